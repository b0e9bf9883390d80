using BuildingQuota.Data;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Features.Notices.Content;
using BuildingQuota.Features.Notices.Letters;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Notices;

/// <summary>
/// A notice on paper. Issued and in Chinese it is the stored bytes; a draft is set as it would be issued today, marked 草稿 and kept
/// nowhere; English is a translation of the same content.
/// </summary>
public sealed class NoticePdfOf(QuotaDb db, NoticeCalendar calendar, NoticeLetter letter)
{
    public sealed record Request(long NoticeId, LetterLanguage Language = LetterLanguage.Chinese);

    /// <summary>The file's name is of letters, digits, dots and dashes; the title is what the letter is.</summary>
    public sealed record Paper(byte[] Pdf, string FileName, string Title);

    public async Task<Paper> Run(Request request, CancellationToken stop)
    {
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.NoticeId, stop)
            ?? throw ReadNotice.NotFound(request.NoticeId);
        var pdf = request.Language == LetterLanguage.Chinese && notice.State is NoticeState.Issued or NoticeState.Withdrawn
            ? await db.NoticePdfs.AsNoTracking().Where(one => one.NoticeId == notice.Id).Select(one => one.Pdf).SingleAsync(stop)
            : await Set(notice, request.Language, stop);
        return new Paper(pdf, FileNameOf(notice, request.Language), $"{notice.Number ?? "草稿"} {notice.InstitutionName}");
    }

    private async Task<byte[]> Set(Notice notice, LetterLanguage language, CancellationToken stop)
    {
        var content = CanonicalJson.Read(notice.Content);
        var on = notice.IssuedOn ?? calendar.Today;
        var reply = await calendar.ReplyBy(on, content.ReplyDays, stop);
        return letter.Render(content, new LetterStamp(notice.Number, on, notice.ReplyBy ?? reply.Date, reply.IsCertain), language).Pdf;
    }

    private static string FileNameOf(Notice notice, LetterLanguage language)
    {
        var ending = (language == LetterLanguage.English ? "-en" : "") + (notice.Number is null ? "-draft" : "");
        return FormattableString.Invariant($"notice-{notice.Year}-{notice.InstitutionCode}-{notice.Family}{ending}.pdf");
    }
}
