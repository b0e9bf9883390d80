using System.Diagnostics;
using System.Globalization;
using BuildingQuota.Bench.Region;
using BuildingQuota.Bench.Shell;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Bench.Evaluations;

/// <summary>A full evaluation of two years, stored with its proof, beside the same sums as one SQL statement in the sqlite3 shell.</summary>
internal static class EvaluationBench
{
    /// <summary>kgce per m² of each institution and year. Bills are whole months here, so that one statement can say it at all.</summary>
    private const string PeerStatement =
        """
        SELECT round(sum(per_area), 4) FROM (
            SELECT b.institution_code, substr(b.period_start, 1, 4) AS year, sum(b.quantity * c.kgce_per_unit) / max(a.area) AS per_area
            FROM bills b JOIN coefficients c ON c.set_code = 'STAT' AND c.carrier = b.carrier
            JOIN (SELECT institution_code, sum(gross_area_m2) AS area FROM buildings GROUP BY institution_code) a ON a.institution_code = b.institution_code
            WHERE b.state = 'Live' GROUP BY b.institution_code, year);
        """;

    public static async Task Run(TextWriter output, int rounds = 5)
    {
        var region = new BenchRegion(Institutions: 2_000, Months: 24);
        var folder = Directory.CreateTempSubdirectory("bq-bench-").FullName;
        var bills = region.WriteBills(folder, header: true);
        var figures = new Figures("institutions", region.Institutions);
        for (var round = 0; round <= rounds; round++)
        {
            await using var database = await BenchDatabase.Create(region);
            await using var db = database.Open();
            await BenchDatabase.Import(db, new OfferedFile("bills.csv", () => File.OpenRead(bills)));
            var watch = Stopwatch.StartNew();
            await new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(), null, default);
            var ours = watch.Elapsed.TotalSeconds;
            var peer = SqliteShell.Run(BenchDatabase.FileOf(database), PeerStatement);
            await Compare(database, peer);
            if (round > 0) figures.Add(ours, peer);
        }

        figures.Write(output, "full evaluation (24 months, shared by days, judged, proof stored)", "one SQL statement in `sqlite3` (one indicator, nothing stored)");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Compare(TestDatabase database, SqliteShell peer)
    {
        await using var db = database.Open();
        var ours = await db.YearVerdicts.Where(v => v.SubjectKind == SubjectKind.Institution && v.Indicator == Indicator.EnergyPerArea).SumAsync(v => v.Actual);
        var theirs = decimal.Parse(peer.Output, CultureInfo.InvariantCulture);
        if (Math.Abs(ours!.Value - theirs) > 0.5m) throw new InvalidOperationException($"The sums differ: {ours} and {theirs}.");
    }
}
