using System.Globalization;
using System.Runtime.CompilerServices;
using BuildingQuota.Data;
using BuildingQuota.Features.Evaluations.Replaying;
using BuildingQuota.Oracle.Calculation;
using BuildingQuota.Oracle.Reading;
using BuildingQuota.Oracle.Regions;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Oracle;

/// <summary>What must hold of any region, whatever its figures are: by random regions through the public door, on both databases.</summary>
public sealed class InvariantTests
{
    private const int Institutions = 8;
    private const string Header = "meter_code,period_start,period_end,quantity,unit,cost_cny,reading_type,bill_number\n";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Corrections_and_reversals_leave_what_entering_the_right_bills_at_once_would_have_given(DatabaseProvider provider)
    {
        var region = new RandomRegion(201, Institutions);
        await using var history = await OracleWorld.With(provider, region);
        await using var direct = await OracleWorld.Create(DatabaseProvider.Sqlite);
        var live = LiveBills.Of(new Contract(region.Files).Bills).SelectMany(meter => meter)
            .Where(bill => bill.Quantity >= 0).Select(bill => Row(bill, bill.Reading == "correction" ? "actual" : bill.Reading));
        var negative = LiveBills.Of(new Contract(region.Files).Bills).SelectMany(meter => meter)
            .Where(bill => bill.Quantity < 0).Select(bill => Row(bill, "correction")); // only a correction gives back
        await direct.Import([.. Without(region, "bills"), ("bills.csv", Header + string.Join('\n', live.Concat(negative)) + "\n")]);
        await direct.Evaluate();

        Assert.Empty((await Figures.OfEngine(history, region.Years)).Against(await Figures.OfEngine(direct, region.Years)).Take(20));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Rows_and_files_in_any_order_give_the_same_figures(DatabaseProvider provider)
    {
        var region = new RandomRegion(202, Institutions);
        await using var straight = await OracleWorld.Create(provider);
        await straight.Import(region.First);
        await straight.Evaluate();
        await using var shuffled = await OracleWorld.Create(provider);
        await shuffled.Import([.. region.First.Where(file => file.Name != "bills.csv").Select(file => (file.Name, Shuffled(file.Text, 1)[0]))]);
        foreach (var part in Shuffled(region.First.Single(file => file.Name == "bills.csv").Text, 5)) await shuffled.Import([("bills.csv", part)]);
        await shuffled.Evaluate();

        Assert.Empty((await Figures.OfEngine(straight, region.Years)).Against(await Figures.OfEngine(shuffled, region.Years)).Take(20));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_bill_and_its_reversal_leave_every_figure_as_it_was(DatabaseProvider provider)
    {
        var region = new RandomRegion(203, Institutions);
        await using var world = await OracleWorld.With(provider, region);
        var before = await Figures.OfEngine(world, region.Years);
        var contract = new Contract(region.Files);
        var live = LiveBills.Of(contract.Bills);
        var meters = contract.Meters.Select(meter => meter.Code).Where(code => live[code].Any()).Where((_, at) => at % 3 == 0).ToList();
        var taken = meters.Select(code => live[code].MinBy(bill => bill.From)!).ToList();
        await world.Import([("bills.csv", Header + Rows(taken, bill => Row(bill with { Quantity = -bill.Quantity }, "reversal")))]);
        await world.Evaluate();
        Assert.NotEmpty((await Figures.OfEngine(world, region.Years)).Against(before));
        await world.Import([("bills.csv", Header + Rows(taken, bill => Row(bill with { Number = bill.Number + "-again" },
            bill.Quantity < 0 || bill.Reading == "correction" ? "correction" : bill.Reading)))]);
        await world.Evaluate();

        Assert.Empty((await Figures.OfEngine(world, region.Years)).Against(before).Take(20));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_run_that_stands_or_was_superseded_replays_to_its_own_hash(DatabaseProvider provider)
    {
        var region = new RandomRegion(205, Institutions);
        await using var world = await OracleWorld.Create(provider);
        foreach (var files in new[] { region.First, region.Again, region.Later })
        {
            await world.Import(files);
            await world.Evaluate();
        }

        await using var db = world.Open();
        var runs = await db.Evaluations.AsNoTracking().ToListAsync();
        Assert.Contains(runs, run => !run.IsCurrent);
        var replay = new ReplayRuns(db);
        foreach (var run in runs) Assert.Equal(run.InputHash, await replay.HashOf(run, CancellationToken.None));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Evaluating_again_writes_no_row_and_importing_again_changes_none(DatabaseProvider provider)
    {
        var region = new RandomRegion(204, Institutions);
        await using var world = await OracleWorld.With(provider, region);
        var (rows, figures) = (await Counted(world), await Figures.OfEngine(world, region.Years));

        Assert.Equal(0, (await world.Evaluate()).Changed);
        Assert.Equal(rows, await Counted(world));

        await world.Import(region.First);
        Assert.Equal(0, (await world.Evaluate()).Changed);
        Assert.Equal(rows.Where(NotOfImports), (await Counted(world)).Where(NotOfImports));
        Assert.Empty((await Figures.OfEngine(world, region.Years)).Against(figures));
    }

    /// <summary>An import leaves its record and its line in the trail, also when it changes nothing.</summary>
    private static bool NotOfImports(string table) =>
        !table.StartsWith("ImportBatch ", StringComparison.Ordinal) && !table.StartsWith("AuditEvent ", StringComparison.Ordinal);

    /// <summary>Every table of the model with its number of rows.</summary>
    private static async Task<List<string>> Counted(OracleWorld world)
    {
        await using var db = world.Open();
        var counted = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null && !type.IsOwned()))
        {
            var table = type.GetSchemaQualifiedTableName()!;
            var rows = await db.Database.SqlQuery<long>(FormattableStringFactory.Create($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"")).SingleAsync();
            counted.Add($"{type.ClrType.Name} {rows}");
        }

        return counted;
    }

    private static IEnumerable<(string Name, string Text)> Without(RandomRegion region, string kind) =>
        region.Files.Where(file => !file.Name.StartsWith(kind, StringComparison.Ordinal));

    private static List<string> Shuffled(string text, int parts)
    {
        var (lines, random) = (text.TrimEnd('\n').Split('\n'), new Random(7));
        return [.. lines.Skip(1).OrderBy(_ => random.Next()).Chunk((lines.Length / parts) + 1).Select(part => lines[0] + "\n" + string.Join('\n', part) + "\n")];
    }

    private static string Rows(IEnumerable<Bill> bills, Func<Bill, string> row) => string.Join('\n', bills.Select(row)) + "\n";

    private static string Row(Bill bill, string reading) => string.Create(CultureInfo.InvariantCulture,
        $"{bill.Meter},{bill.From:yyyy-MM-dd},{bill.Until:yyyy-MM-dd},{bill.Quantity:0.######},{bill.Unit},{bill.Cost:0.##},{reading},{bill.Number}");
}
