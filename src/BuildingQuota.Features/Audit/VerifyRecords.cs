using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Backups;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Audit;

/// <summary>What was looked at, whether it holds, and what was found.</summary>
public sealed record RecordFinding(string What, bool IsGood, string Said);

/// <summary>
/// Is everything still as it was written? The tables, the trail's chain, every proof sheet and every issued paper against its hash.
/// </summary>
public sealed class VerifyRecords(QuotaDb db)
{
    /// <summary>In a database that is damaged or of another version nothing further can be looked at.</summary>
    public async Task<IReadOnlyList<RecordFinding>> Run(CancellationToken stop)
    {
        var tables = await Tables(stop);
        return tables.IsGood ? [tables, await Trail(stop), await Proofs(stop), await Papers(stop)] : [tables];
    }

    private async Task<RecordFinding> Tables(CancellationToken stop)
    {
        if (DatabaseFile.FaultOf(db) is { } fault) return new("tables", false, fault);
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        return pending.Count > 0 ? new("tables", false, $"migrations are missing: {string.Join(", ", pending)}")
            : new("tables", true, "migrated and sound");
    }

    private async Task<RecordFinding> Trail(CancellationToken stop)
    {
        var verdict = await AuditTrail.Verify(db, stop);
        return new("audit trail", verdict.IsIntact, verdict.IsIntact
            ? string.Create(CultureInfo.InvariantCulture, $"{verdict.Checked} lines hold")
            : string.Create(CultureInfo.InvariantCulture, $"line {verdict.FirstBad}: {verdict.Reason}"));
    }

    private async Task<RecordFinding> Proofs(CancellationToken stop)
    {
        var count = 0;
        var runs = db.Evaluations.AsNoTracking().OrderBy(run => run.Id).Select(run => new { run.Id, run.InputHash, run.Trace });
        await foreach (var run in runs.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (await HashOfSheet(run.Trace, stop) != run.InputHash)
                return new("proof sheets", false,
                    string.Create(CultureInfo.InvariantCulture, $"the proof sheet of evaluation {run.Id} is not what was written"));
            count++;
        }

        return new("proof sheets", true, string.Create(CultureInfo.InvariantCulture, $"{count} evaluations hold"));
    }

    /// <summary>Null when it cannot even be unpacked.</summary>
    private static async Task<string?> HashOfSheet(byte[] trace, CancellationToken stop)
    {
        try
        {
            await using var sheet = new BrotliStream(new MemoryStream(trace), CompressionMode.Decompress);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(sheet, stop));
        }
        catch (InvalidOperationException)
        {
            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
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
