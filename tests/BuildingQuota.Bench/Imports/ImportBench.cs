using System.Diagnostics;
using BuildingQuota.Bench.Region;
using BuildingQuota.Bench.Shell;
using BuildingQuota.Features.Imports;

namespace BuildingQuota.Bench.Imports;

/// <summary>199,968 bills (the most that a file may hold in whole institutions) checked and written by the product, beside <c>sqlite3 .import</c> of the same rows into a table with the same keys.</summary>
internal static class ImportBench
{
    private const string PeerTable =
        """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
        CREATE TABLE bills (institution_code TEXT, building_code TEXT, meter_code TEXT, carrier TEXT, period_start TEXT, period_end TEXT,
            quantity TEXT, unit TEXT, cost_cny TEXT, reading_type TEXT, bill_number TEXT, PRIMARY KEY (meter_code, period_start, bill_number));
        CREATE INDEX by_institution ON bills (institution_code);
        CREATE INDEX by_number ON bills (meter_code, bill_number);
        """;

    public static async Task Run(TextWriter output, int rounds = 5)
    {
        var region = new BenchRegion(Institutions: 2_083, Months: 24);
        var folder = Directory.CreateTempSubdirectory("bq-bench-").FullName;
        var bills = region.WriteBills(folder, header: true);
        var plain = region.WriteBills(folder, header: false);
        var figures = new Figures("bills", region.Bills);
        for (var round = 0; round <= rounds; round++)
        {
            var ours = await Ours(region, bills);
            var peer = Peer(folder, plain, round);
            if (round > 0) figures.Add(ours, peer);
        }

        figures.Write(output, "import (read, checked, written, indexed, audited)", "`sqlite3 .import` (written, indexed)");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> Ours(BenchRegion region, string bills)
    {
        await using var database = await BenchDatabase.Create(region);
        await using var db = database.Open();
        var watch = Stopwatch.StartNew();
        await BenchDatabase.Import(db, new OfferedFile("bills.csv", () => File.OpenRead(bills)));
        return watch.Elapsed.TotalSeconds;
    }

    private static SqliteShell Peer(string folder, string plain, int round) =>
        SqliteShell.Run(Path.Combine(folder, $"peer-{round}.db"), $"{PeerTable}\n.mode csv\n.import {plain} bills\n");
}
