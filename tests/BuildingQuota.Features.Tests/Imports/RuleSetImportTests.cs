using BuildingQuota.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>docs/rules/rule-sets.md: a set is published once, and superseded by another code.</summary>
public sealed class RuleSetImportTests
{
    private const string Head = "code,region_code,from_year,coverage,provisional_share,pv_deducted_in,relax_after_over_achievement,source\n";

    [Theory]
    [InlineData("X,T,2025,,,,,order 1", null)]
    [InlineData("X,T,2025,1,0,none,yes,order 1", null)]
    [InlineData("X,T,2025,1.01,,,,order 1", "rule-set.coverage-out-of-range")]
    [InlineData("X,T,2025,0,,,,order 1", "rule-set.coverage-out-of-range")]
    [InlineData("X,T,2025,,1,,,order 1", null)]
    [InlineData("X,T,2025,,1.01,,,order 1", "rule-set.provisional-out-of-range")]
    [InlineData("X,T,2025,,-0.01,,,order 1", "rule-set.provisional-out-of-range")]
    [InlineData("X,T,2000,,,,,order 1", null)]
    [InlineData("X,T,1999,,,,,order 1", "rule-set.not-a-year")]
    [InlineData("X,T,2025.5,,,,,order 1", "rule-set.not-a-year")]
    [InlineData("X,T,2025,,,TotalEnergy Comfort,,order 1", "rule-set.indicator-unknown")]
    [InlineData("X,T,2025,,,,maybe,order 1", "cell.not-a-word")]
    [InlineData("X,T,2025,,,,,", "cell.missing")]
    [InlineData("X,Q,2025,,,,,order 1", "region.not-found")]
    [InlineData("X,T,2025,,,,,order 1\nX,T1,2025,,,,,order 1", "rule-set.code-used")]
    [InlineData("X,T,2025,,,,,order 1\nY,T,2025,0.9,,,,order 1", "row.duplicate")]
    public async Task A_row_is_taken_or_refused_by_one_rule(string rows, string? code)
    {
        await using var world = await ImportWorld.Create();

        var file = (await world.Import(("rule_sets.csv", Head + rows))).Files[0];

        Assert.Equal(code is null ? [] : [code], file.Problems.Select(problem => problem.RuleCode).Distinct());
        Assert.Equal(code is null ? ImportState.Accepted : ImportState.Refused, file.State);
    }

    [Fact]
    public async Task Other_values_come_under_another_code_and_the_old_set_stays_to_be_read()
    {
        await using var world = await ImportWorld.Create();
        await world.Import(("rule_sets.csv", Head + "OLD,T,2025,0.9,,ElectricityPerArea；TotalEnergy,,order 1"));

        var rewritten = (await world.Import(("rule_sets.csv", Head + "OLD,T,2025,0.8,,,,order 1"))).Files[0];
        var superseding = (await world.Import(("rule_sets.csv", Head + "NEW,T,2025,0.8,,,,order 2"))).Files[0];
        var again = (await world.Import(("other.csv", Head + "NEW,T,2025,0.8,,,,order 2"))).Files[0];

        Assert.Equal("rule-set.code-used", Assert.Single(rewritten.Problems).RuleCode);
        Assert.Equal((ImportState.Accepted, 1, ImportState.Unchanged), (superseding.State, superseding.Changed, again.State));
        await using var db = world.Open();
        var sets = await db.RuleSets.OrderBy(set => set.Id).ToListAsync();
        Assert.Equal(["OLD", "NEW"], sets.Select(set => set.Code));
        Assert.Equal([sets[1].Id, null], sets.Select(set => set.SupersededById));
        Assert.Equal("ElectricityPerArea TotalEnergy", sets[0].PvDeductedIn);
    }

    [Theory]
    [InlineData("GEN,A1,A,,pv_self_use,kWh,,1,2020-01-01,\nEXP,A1,A,GEN,pv_self_use,kWh,export,1,2020-01-01,", null)]
    [InlineData("EXP,A1,A,,pv_self_use,kWh,export,1,2020-01-01,", "meter.export-without-generation")]
    [InlineData("EXP,A1,A,A1-E,electricity,kWh,export,1,2020-01-01,", "meter.export-without-generation")]
    [InlineData("EXP,A1,A,A1-E,pv_self_use,kWh,export,1,2020-01-01,", "meter.parent-of-other-carrier")]
    [InlineData("GEN,A1,A,,pv_self_use,kWh,,1,2020-01-01,\nEXP,A1,A,GEN,pv_self_use,kWh,export,1,2020-01-01,\n"
        + "SUB,A1,A,EXP,pv_self_use,kWh,tenant,1,2020-01-01,", "meter.behind-export")]
    public async Task An_export_meter_is_a_sub_meter_of_a_generation_meter(string rows, string? code)
    {
        await using var world = await ImportWorld.Create();

        var file = (await world.Import(("meters.csv",
            "code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to\n" + rows))).Files[0];

        Assert.Equal(code is null ? [] : [code], file.Problems.Select(problem => problem.RuleCode).Distinct());
    }
}
