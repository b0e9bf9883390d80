using System.Diagnostics;
using System.Globalization;
using BuildingQuota.Bench.Region;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Evaluations;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Bench.Evaluations;

/// <summary>
/// Evaluates regions of several sizes: for the first time, again, and after one changed bill; beside the same sums as one SQL statement
/// in the sqlite3 shell and as plain loops. The peers store nothing, so reading, computing and proving are shown apart from writing.
/// </summary>
internal static class EvaluationBench
{
    private const int HoldsInMemory = 4_000_000;

    public static async Task Run(TextWriter output, params int[] buildings)
    {
        await output.WriteLineAsync("| buildings (bills) | what | seconds | read | compute | prove | write | regions | processor s | peak memory | ÷ SQL |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var size in buildings) await RunOne(output, new EvaluationRegion(size));
    }

    private static async Task RunOne(TextWriter output, EvaluationRegion region)
    {
        await using var database = await region.Create();
        var file = BenchDatabase.FileOf(database);
        _ = Peers.OneStatement(file); // once, so that the file is warm for everybody
        var peer = Peers.OneStatement(file);
        Write(output, region, "one SQL statement in `sqlite3`", peer.Seconds, [$"{peer.PeakKilobytes / 1024} MB", ""]);
        if (region.Bills <= HoldsInMemory) WriteLoops(output, region, file);

        await Evaluate(output, region, database, "first evaluation, everything written", new EvaluateRequest(), peer.Seconds);
        await Compare(database, peer.Output);
        await Evaluate(output, region, database, "evaluated again, nothing changed", new EvaluateRequest(), peer.Seconds);
        for (var turn = 0; turn < 3; turn++)
        {
            await ChangeOneBill(database);
            await Evaluate(output, region, database, "one changed bill", new EvaluateRequest(OnlyStale: true), null);
        }
    }

    private static void WriteLoops(TextWriter output, EvaluationRegion region, string file)
    {
        var (seconds, _, bills) = Peers.FoldOverScan(file, (int)region.Bills);
        Write(output, region, "a loop over one scan, plain ADO.NET, doubles", seconds, ["", ""]);
        Write(output, region, "the same loop over bills in memory", Peers.FoldInMemory(bills, region.Institutions), ["", ""]);
    }

    private static async Task Evaluate(
        TextWriter output, EvaluationRegion region, TestDatabase database, string what, EvaluateRequest request, double? peer)
    {
        using var memory = new PeakMemory();
        var busy = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var summary = await new EvaluateYears(database.Factory, new FixedClock()).Run(request, null, default);
        var seconds = watch.Elapsed.TotalSeconds;
        busy = Process.GetCurrentProcess().TotalProcessorTime - busy;
        memory.Dispose();
        var times = summary.Times;
        Write(output, region, $"{what} ({summary.Changed:N0} stored)", seconds,
        [
            Show(times.Read), Show(times.Compute), Show(times.Prove), Show(times.Write), Show(times.Regions), Show(busy), $"{memory.Megabytes} MB",
            peer is { } other ? (seconds / other).ToString("0.0", CultureInfo.InvariantCulture) : "",
        ]);
    }

    /// <summary>As an import of a reversal would: the bill's state and the mark in one transaction.</summary>
    private static async Task ChangeOneBill(TestDatabase database)
    {
        await using var db = database.Open();
        var bill = await db.Bills.AsNoTracking().Where(one => one.InstitutionCode == "I000007" && one.State == BillState.Live)
            .OrderBy(one => one.Id).Skip(100).FirstAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.BulkSet<Bill, long, BillState>(one => one.State, [(bill.Id, BillState.Reversed)], default);
        await db.MarkStale([StaleMark.Institution(bill.InstitutionCode, bill.PeriodStart.Year)], DateTimeOffset.UnixEpoch, default);
        await transaction.CommitAsync();
    }

    private static async Task Compare(TestDatabase database, string peer)
    {
        await using var db = database.Open();
        var ours = await db.YearVerdicts
            .Where(v => v.SubjectKind == SubjectKind.Region && v.SubjectCode == "654200" && v.Indicator == Indicator.EnergyPerArea).SumAsync(v => v.StatNumerator);
        var theirs = decimal.Parse(peer.Split('|')[0], CultureInfo.InvariantCulture);
        if (Math.Abs(ours - theirs) > 1 + theirs / 10_000_000) throw new InvalidOperationException($"The sums differ: {ours} and {theirs}.");
    }

    private static void Write(TextWriter output, EvaluationRegion region, string what, double seconds, string[] rest)
    {
        string[] cells = [$"{region.Buildings:N0} ({region.Bills:N0})", what, seconds.ToString("0.00", CultureInfo.InvariantCulture),
            .. Enumerable.Repeat("", Math.Max(0, 8 - rest.Length)), .. rest];
        output.WriteLine($"| {string.Join(" | ", cells)} |");
        output.Flush();
    }

    private static string Show(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
}
