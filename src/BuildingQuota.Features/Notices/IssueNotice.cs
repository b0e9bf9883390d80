using System.Security.Cryptography;
using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Notices.Content;
using BuildingQuota.Features.Notices.Letters;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Notices;

/// <summary>
/// An approver signs a draft: number, dates, state, PDF, event and audit line are kept in one transaction or not at all
/// (docs/rules/notice-issue.md).
/// </summary>
public sealed class IssueNotice(QuotaDb db, NoticeCalendar calendar, NoticeLetter letter)
{
    public sealed record Request(long NoticeId, string Approver, Role Role);

    /// <summary>What the notice now bears.</summary>
    public sealed record Issued(long NoticeId, string Number, DateOnly IssuedOn, DateOnly ReplyBy, string PdfSha256);

    public async Task<Issued> Run(Request request, CancellationToken stop)
    {
        if (!request.Role.May(Permission.IssueNotices))
            throw new RuleBrokenException("notice.not-an-approver", $"{request.Approver} may not issue notices.", "Ask an approver.");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var draft = await db.Notices.AsNoTracking().SingleOrDefaultAsync(notice => notice.Id == request.NoticeId, stop)
            ?? throw ReadNotice.NotFound(request.NoticeId);
        var content = CanonicalJson.Read(draft.Content);
        var today = calendar.Today;
        var sequence = await db.TakeNumber(DocumentNumber.Series(content.Bureau.DocumentCode, today.Year), stop);

        // Others who want a number of this series wait by now: what is read from here on holds until the end.
        var notice = await db.Notices.SingleAsync(one => one.Id == request.NoticeId, stop);
        await RequireIssuable(notice, stop);
        var reply = await calendar.ReplyBy(today, content.ReplyDays, stop);
        var number = new DocumentNumber(content.Bureau.DocumentCode, today.Year, sequence).ToString();
        var pdf = letter.Render(content, new LetterStamp(number, today, reply.Date, reply.IsCertain), LetterLanguage.Chinese).Pdf;
        var hash = Convert.ToHexStringLower(SHA256.HashData(pdf));
        notice.Issue(new NoticeIssue(request.Approver, calendar.Now, today, reply.Date, number, hash));
        db.NoticePdfs.Add(new NoticePdf { NoticeId = notice.Id, InstitutionCode = notice.InstitutionCode, Pdf = pdf });
        await Keep(notice, stop);
        await transaction.CommitAsync(stop);
        return new Issued(notice.Id, number, today, reply.Date, notice.PdfSha256!);
    }

    private async Task RequireIssuable(Notice notice, CancellationToken stop)
    {
        if (notice.State == NoticeState.Issued || await HasIssued(notice, stop))
            throw new RuleBrokenException("notice.already-issued", $"A notice for this overrun is out already. {notice.Number}".TrimEnd(),
                "Withdraw or supersede that one; an overrun has one notice.");
        var verdicts = await db.YearVerdicts.AsNoTracking().Where(verdict => verdict.EvaluationId == notice.EvaluationId).ToListAsync(stop);
        if (!verdicts.Any(verdict => verdict.IsCurrent))
            throw new RuleBrokenException("notice.evaluation-superseded", "The figures behind the draft were evaluated anew.",
                "Draft the year's notices again and approve the new draft.");
        if (!verdicts.Any(verdict => OverrunRule.IsNoticed(verdict) && OverrunRule.FamilyOf(verdict.Indicator) == notice.Family))
            throw new RuleBrokenException("notice.undetermined", "Nothing behind the draft is over its constraint value for certain.",
                "Enter the missing bills, evaluate, and draft again.");
    }

    private Task<bool> HasIssued(Notice notice, CancellationToken stop) => db.Notices.AnyAsync(
        other => other.Id != notice.Id && other.InstitutionCode == notice.InstitutionCode && other.Year == notice.Year
            && other.Family == notice.Family && other.Kind == notice.Kind && other.State == NoticeState.Issued, stop);

    private async Task Keep(Notice notice, CancellationToken stop)
    {
        var action = new NoticeAction(NoticeActions.Issued, notice.IssuedBy!, calendar.Now) { Detail = notice.Number };
        await NoticeActions.Record(db, [notice], action, stop);
        await NoticeActions.Audit(db, notice, action, stop);
    }
}
