using BuildingQuota.Data;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>docs/rules/readings.md: readings become entries among the bills, and a changed reading replaces what it made.</summary>
public sealed class ReadingImportTests
{
    private const string Head = "meter_code,read_on,value,kind,multiplier,digits,rolled_over\n";

    [Theory]
    [InlineData("A1-E,2025-01-01,100,,,,\nA1-E,2025-02-01,100,,,,", null)]
    [InlineData("A1-E,2025-01-01,100,,,,\nA1-E,2025-02-01,99,,,,", "reading.below-previous")]
    [InlineData("A1-E,2025-01-01,100,,,3,\nA1-E,2025-02-01,99,,,,yes", null)]
    [InlineData("A1-E,2025-01-01,100,,,,\nA1-E,2025-02-01,99,,,,yes", "reading.digits-missing")]
    [InlineData("A1-E,2025-01-01,100,,,2,", "reading.above-digits")]
    [InlineData("A1-E,2025-01-01,100,,,12,", null)]
    [InlineData("A1-E,2025-01-01,100,,,13,", "reading.digits-out-of-range")]
    [InlineData("A1-E,2025-01-01,100,,,5,yes", "reading.rolled-at-start")]
    [InlineData("A1-E,2025-01-01,100,,,,\nA1-E,2025-02-01,0,initial,,,", "reading.final-missing")]
    [InlineData("A1-E,2025-01-01,100,final,,,\nA1-E,2025-02-01,110,,,,", "reading.after-final")]
    [InlineData("A1-E,2025-01-01,-1,,,,", "reading.negative")]
    [InlineData("A1-E,2025-01-01,1,,0,,", "meter.multiplier-not-positive")]
    [InlineData("A1-E,2099-01-01,1,,,,", "reading.in-future")]
    [InlineData("A1-E,2019-12-31,1,,,,", "reading.outside-active-span")]
    [InlineData("A2-E,2025-07-01,1,,,,", null)]
    [InlineData("A2-E,2025-07-02,1,,,,", "reading.outside-active-span")]
    [InlineData("A1-E,2024-01-01,1,,,,\nA1-E,2025-02-04,1,,,,", null)]
    [InlineData("A1-E,2024-01-01,1,,,,\nA1-E,2025-02-05,1,,,,", "reading.too-far-apart")]
    [InlineData("X,2025-01-01,1,,,,", "meter.not-found")]
    public async Task A_row_is_taken_or_refused_by_one_rule(string rows, string? code)
    {
        await using var world = await ImportWorld.Create();

        var file = (await world.Import(("readings.csv", Head + rows))).Files[0];

        Assert.Equal(code is null ? [] : [code], file.Problems.Select(problem => problem.RuleCode).Distinct());
        Assert.Equal(code is null ? ImportState.Accepted : ImportState.Refused, file.State);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Readings_become_entries_and_a_changed_one_replaces_what_it_made(DatabaseProvider provider)
    {
        await using var world = await ImportWorld.Create(provider);
        await world.Import(("r.csv", Head + "A1-E,2025-01-01,99850,,40,5,\nA1-E,2025-02-01,320,,,,yes\nA1-E,2025-03-01,420,,,,"));
        Assert.Equal(["2025-01-01..2025-02-01 18800 Live", "2025-02-01..2025-03-01 4000 Live"], await Entries(world));

        var changed = (await world.Import(("r2.csv", Head + "A1-E,2025-02-01,330,,,,yes"))).Files[0];
        var again = (await world.Import(("r3.csv", Head + "A1-E,2025-02-01,330,,,,yes"))).Files[0];

        Assert.Equal((0, 1, ImportState.Unchanged), (changed.New, changed.Changed, again.State));
        Assert.Equal(["2025-01-01..2025-02-01 18800 Replaced", "2025-01-01..2025-02-01 19200 Live",
            "2025-02-01..2025-03-01 3600 Live", "2025-02-01..2025-03-01 4000 Replaced"], await Entries(world));
        await using var db = world.Open();
        Assert.Equal("(330 − 99850 + 10^5) × 40", (await db.Bills.SingleAsync(bill => bill.Quantity == 19200)).RawQuantity);
        Assert.All(await db.Bills.Where(bill => bill.EndedById != null).ToListAsync(), bill => Assert.True(bill.EndedById > bill.Id));
    }

    [Fact]
    public async Task A_late_reading_splits_the_entry_it_lies_in_and_the_order_of_files_does_not_matter()
    {
        string[] files = ["A1-E,2025-01-01,100,,,,", "A1-E,2025-02-01,150,,,,", "A1-E,2025-03-01,200,,,,"];
        var states = new List<string>();
        foreach (var order in new[] { new[] { 0, 1, 2 }, [0, 2, 1], [2, 1, 0], [1, 2, 0] })
        {
            await using var world = await ImportWorld.Create();
            foreach (var at in order) Assert.Equal(ImportState.Accepted, (await world.Import(("r.csv", Head + files[at]))).Files[0].State);
            states.Add(string.Join(' ', (await Entries(world)).Where(entry => entry.EndsWith("Live", StringComparison.Ordinal))));
        }

        Assert.Equal("2025-01-01..2025-02-01 50 Live 2025-02-01..2025-03-01 50 Live", Assert.Single(states.Distinct()));
    }

    [Fact]
    public async Task A_day_is_counted_by_the_dial_or_by_the_supplier()
    {
        await using var world = await ImportWorld.Create();
        await world.Bills("A1-E,2025-01-15,2025-02-15,10,kWh,,actual,N1");
        var met = (await world.Import(("r.csv", Head + "A1-E,2025-01-01,100,,,,\nA1-E,2025-02-01,150,,,,"))).Files[0];
        Assert.Equal("reading.meets-bill", Assert.Single(met.Problems).RuleCode);

        await world.Import(("r.csv", Head + "A1-E,2025-03-01,100,,,,\nA1-E,2025-04-01,150,,,,"));
        Assert.Equal("bill.overlap", Assert.Single((await world.Bills("A1-E,2025-03-01,2025-04-01,49,kWh,,actual,N2")).Problems).RuleCode);
        Assert.Equal(ImportState.Accepted, (await world.Bills("A1-E,2025-03-01,2025-04-01,49,kWh,,correction,N3")).State);
        Assert.Equal(ImportState.Accepted, (await world.Import(("r.csv", Head + "A1-E,2025-05-01,160,,,,"))).Files[0].State);
        Assert.Equal(["2025-01-15..2025-02-15 10 Live", "2025-03-01..2025-04-01 49 Live", "2025-03-01..2025-04-01 50 Replaced",
            "2025-04-01..2025-05-01 10 Live"], await Entries(world));
    }

    [Fact]
    public async Task A_blank_keeps_what_a_reading_has_and_a_rollover_is_said_again()
    {
        await using var world = await ImportWorld.Create();
        await world.Import(("r.csv", Head + "A1-E,2025-01-01,99850,,40,5,\nA1-E,2025-02-01,99900,final,,,\nA1-E,2025-02-01,10,initial,60,5,\nA1-E,2025-03-01,20,,,,"));

        var changed = (await world.Import(("r2.csv", "meter_code,read_on,value\nA1-E,2025-01-01,99860\nA1-E,2025-02-01,99910\nA1-E,2025-03-01,30"))).Files[0];

        Assert.Equal((0, 3, ImportState.Accepted), (changed.New, changed.Changed, changed.State));
        Assert.Equal(["2025-01-01..2025-02-01 2000 Live", "2025-01-01..2025-02-01 2000 Replaced", "2025-02-01..2025-03-01 1200 Live",
            "2025-02-01..2025-03-01 600 Replaced"], await Entries(world));

        await world.Import(("r3.csv", Head + "A1-E,2025-04-01,5,,,,yes"));
        var back = (await world.Import(("r4.csv", "meter_code,read_on,value\nA1-E,2025-04-01,40"))).Files[0];
        Assert.Equal(ImportState.Accepted, back.State);
        Assert.Contains("2025-03-01..2025-04-01 600 Live", await Entries(world));
    }

    [Theory]
    [InlineData("A1-E,2025-01-01,100,,,,", "meter.multiplier-fixed")]
    [InlineData("A1-E,2025-01-01,100,,,,\nA1-E,2025-02-01,110,,40,,", "meter.multiplier-fixed")]
    [InlineData("A1-E,2025-01-01,100,,1,,", null)]
    [InlineData("A2-E,2025-01-01,100,,,,", null)]
    public async Task A_meters_multiplier_stays_once_readings_rest_on_it(string readings, string? code)
    {
        const string Meter = "code,building_code,institution_code,carrier,unit,multiplier,active_from\nA1-E,A1,A,electricity,kWh,{0},2020-01-01";
        await using var world = await ImportWorld.Create();
        await world.Import(("r.csv", Head + readings));

        var changed = (await world.Import(("m.csv", Meter.Replace("{0}", "60", StringComparison.Ordinal)))).Files[0];
        var same = (await world.Import(("m.csv", Meter.Replace("{0}", code is null ? "60" : "", StringComparison.Ordinal)))).Files[0];

        Assert.Equal(code is null ? [] : [code], changed.Problems.Select(problem => problem.RuleCode));
        Assert.Equal(ImportState.Unchanged, same.State);
        await world.Import(("r.csv", Head + "A1-E,2025-03-01,120,,,,"));
        Assert.DoesNotContain(await Entries(world), entry => entry.EndsWith("Replaced", StringComparison.Ordinal));
    }

    private static async Task<List<string>> Entries(ImportWorld world)
    {
        await using var db = world.Open();
        var bills = await db.Bills.AsNoTracking().ToListAsync();
        return [.. bills.Select(bill => FormattableString.Invariant($"{bill.Covers} {bill.Quantity:0.######} {bill.State}")).Order(StringComparer.Ordinal)];
    }
}
