using System.Globalization;
using System.Security.Cryptography;
using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Backups;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Audit;

/// <summary>What was looked at, whether it holds, and what was found.</summary>
public sealed record RecordFinding(string What, bool IsGood, string Said);

/// <summary>Is everything still as it was written? The tables' shape, the chain of the trail, and every issued paper against its hash.</summary>
public sealed class VerifyRecords(QuotaDb db)
{
    public async Task<IReadOnlyList<RecordFinding>> Run(CancellationToken stop) => [await Tables(stop), await Trail(stop), await Papers(stop)];

    private async Task<RecordFinding> Tables(CancellationToken stop)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        return pending.Count > 0 ? new("tables", false, $"migrations are missing: {string.Join(", ", pending)}")
            : DatabaseFile.FaultOf(db) is { } fault ? new("tables", false, fault)
            : new("tables", true, "migrated and sound");
    }

    private async Task<RecordFinding> Trail(CancellationToken stop)
    {
        var verdict = await AuditTrail.Verify(db, stop);
        return new("audit trail", verdict.IsIntact, verdict.IsIntact
            ? string.Create(CultureInfo.InvariantCulture, $"{verdict.Checked} lines hold")
            : string.Create(CultureInfo.InvariantCulture, $"line {verdict.FirstBad}: {verdict.Reason}"));
    }

    private async Task<RecordFinding> Papers(CancellationToken stop)
    {
        var count = 0;
        var papers = from pdf in db.NoticePdfs.AsNoTracking()
                     join notice in db.Notices on pdf.NoticeId equals notice.Id
                     orderby notice.Id
                     select new { notice.Id, notice.Number, notice.PdfSha256, pdf.Pdf };
        await foreach (var paper in papers.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (Convert.ToHexStringLower(SHA256.HashData(paper.Pdf)) != paper.PdfSha256)
                return new("papers", false, $"the PDF of notice {paper.Number} is not what was issued");
            count++;
        }

        return new("papers", true, string.Create(CultureInfo.InvariantCulture, $"{count} issued notices hold"));
    }
}
