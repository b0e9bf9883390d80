using BuildingQuota.Data;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Domain.Notices;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Notices;

/// <summary>Somebody takes the letters of a scope away as PDF files, one each; a file of the same name is written over.</summary>
public sealed class ExportNotices(QuotaDb db, NoticePdfOf paper)
{
    /// <summary>Everything that is live unless a year, a state or an institution says otherwise.</summary>
    public sealed record Request(string Folder, LetterLanguage Language = LetterLanguage.Chinese)
    {
        public int? Year { get; init; }

        public NoticeState? State { get; init; }

        public string? InstitutionCode { get; init; }
    }

    /// <summary>The files written, by name.</summary>
    public async Task<IReadOnlyList<string>> Run(Request request, IProgress<DraftProgress>? progress, CancellationToken stop)
    {
        var ids = await db.Notices.AsNoTracking()
            .Where(notice => request.State == null ? notice.State == NoticeState.Draft || notice.State == NoticeState.Issued : notice.State == request.State)
            .Where(notice => request.Year == null || notice.Year == request.Year)
            .Where(notice => request.InstitutionCode == null || notice.InstitutionCode == request.InstitutionCode)
            .OrderBy(notice => notice.Id).Select(notice => notice.Id).ToListAsync(stop);
        Directory.CreateDirectory(request.Folder);
        var files = new List<string>(ids.Count);
        foreach (var id in ids)
        {
            var made = await paper.Run(new NoticePdfOf.Request(id, request.Language), stop);
            await File.WriteAllBytesAsync(Path.Combine(request.Folder, made.FileName), made.Pdf, stop);
            files.Add(made.FileName);
            progress?.Report(new DraftProgress(files.Count, ids.Count));
        }

        return files;
    }
}
