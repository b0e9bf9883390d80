using BuildingQuota.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>Areas, headcounts, allocations, adoptions and base values.</summary>
public sealed class TimelineTests
{
    private const string Areas = "building_code,from,gross_area_m2,heated_area_m2,data_centre_area_m2,canteen_area_m2,let_area_m2,reason\n";
    private const string Headcounts = "institution_code,from,persons,basis,reason\n";
    private const string Parts = "meter_code,building_code,method,share,from,to\n";
    private const string Adoptions = "region_code,quota_standard,quota_zone,from\n";

    [Theory]
    [InlineData(Areas + "A1,2025-01-01,1000,1000,300,300,400,", null)]
    [InlineData(Areas + "A1,2025-01-01,1000,1000,300,300,400.01,", "area.parts-above-gross")]
    [InlineData(Areas + "A1,2025-01-01,1000,1000.01,,,,", "area.heated-above-gross")]
    [InlineData(Areas + "A1,2025-01-01,1000,900,-1,,,", "area.negative")]
    [InlineData(Areas + "A1,2025-01-01,10000000,10000000,,,,", null)]
    [InlineData(Areas + "A1,2025-01-01,10000000.01,0,,,,", "area.too-large")]
    [InlineData(Areas + "B9,2025-01-01,1000,900,,,,", "building.not-found")]
    [InlineData(Headcounts + "A,2025-01-01,0,,", null)]
    [InlineData(Headcounts + "A,2025-01-01,-1,,", "headcount.negative")]
    [InlineData(Headcounts + "A,2025-01-01,10,energy,\nA,2025-01-01,9,water,", null)]
    [InlineData(Headcounts + "A,2025-01-01,10,energy,\nA,2025-01-01,9,,", "row.duplicate")]
    [InlineData(Headcounts + "B,2025-01-01,1,,", "institution.not-found")]
    [InlineData(Parts + "A1-E,A1,fixed,0.45,2025-01-01,\nA1-E,H1,fixed,0.55,2025-01-01,", null)]
    [InlineData(Parts + "A1-E,A1,fixed,0.45,2025-01-01,\nA1-E,H1,fixed,0.550001,2025-01-01,", "allocation.shares-not-one")]
    [InlineData(Parts + "A1-E,A1,fixed,0.45,2025-01-01,\nA1-E,H1,fixed,0.549999,2025-01-01,", "allocation.shares-not-one")]
    [InlineData(Parts + "A1-E,A1,fixed,0.45,2025-01-01,\nA1-E,H1,fixed,0.55,2025-01-01,2025-07-01", "allocation.shares-not-one")]
    [InlineData(Parts + "A1-E,A1,fixed,1,2025-01-01,2025-07-01\nA1-E,H1,fixed,1,2025-07-01,", null)]
    [InlineData(Parts + "A1-E,A1,fixed,1,2025-01-01,\nA1-E,H1,area,,2025-01-01,", "allocation.methods-mixed")]
    [InlineData(Parts + "A1-E,A1,area,,2025-01-01,\nA1-E,A1,area,,2025-02-01,", "allocation.overlap")]
    [InlineData(Parts + "A1-E,A1,fixed,1.01,2025-01-01,", "allocation.share-out-of-range")]
    [InlineData(Parts + "A1-E,A1,fixed,0,2025-01-01,", "allocation.share-out-of-range")]
    [InlineData(Parts + "A1-E,A1,fixed,,2025-01-01,", "allocation.share-out-of-range")]
    [InlineData(Parts + "A1-E,A1,area,1,2025-01-01,", "allocation.share-not-fixed")]
    [InlineData(Adoptions + "T,DB37/T 2672-2019,B,2025-01-01", null)]
    [InlineData(Adoptions + "T,DB37/T 2672-2019,C,2025-01-01", "adoption.zone-unknown")]
    [InlineData(Adoptions + "T,DB37/T 2672-2019,,2025-01-01", "adoption.zone-missing")]
    [InlineData(Adoptions + "T,DB37/T 4452-2021,,2025-01-01", null)]
    [InlineData(Adoptions + "T,DB37/T 4452-2021,A,2025-01-01", "adoption.zone-unknown")]
    [InlineData(Adoptions + "T,DB99,,2025-01-01", "adoption.standard-not-found")]
    [InlineData(Adoptions + "X,DB37/T 2672-2019,B,2025-01-01", "region.not-found")]
    public async Task A_row_is_taken_or_refused_by_one_rule(string text, string? code)
    {
        await using var world = await ImportWorld.Create();

        var file = (await world.Import(("x.csv", text))).Files[0];

        Assert.Equal(code is null ? [] : [code], file.Problems.Select(problem => problem.RuleCode).Distinct());
        Assert.Equal(code is null ? ImportState.Accepted : ImportState.Refused, file.State);
    }

    [Fact]
    public async Task Another_value_for_the_same_day_is_a_new_version_and_the_old_one_stays()
    {
        await using var world = await ImportWorld.Create();
        await world.Import(("h.csv", Headcounts + "A,2025-01-01,100,,count\nA,2026-01-01,110,,\n"));

        var file = (await world.Import(("h.csv", Headcounts + "A,2025-01-01,90,,recount\nA,2026-01-01,110,energy,\n"))).Files[0];

        Assert.Equal((0, 1, 1), (file.New, file.Changed, file.Unchanged));
        await using var db = world.Open();
        var rows = await db.Headcounts.OrderBy(row => row.Id).ToListAsync();
        Assert.Equal([100m, 110m, 90m], rows.Select(row => row.Persons));
        Assert.Equal([rows[2].Id, null, null], rows.Select(row => row.SupersededById));
    }

    [Fact]
    public async Task Parts_are_judged_with_those_that_are_stored()
    {
        await using var world = await ImportWorld.Create();
        await world.Import(("p.csv", Parts + "A1-E,A1,fixed,0.5,2025-01-01,\nA1-E,A2,fixed,0.5,2025-01-01,\n"));

        var third = (await world.Import(("p.csv", Parts + "A1-E,H1,fixed,0.1,2026-01-01,\n"))).Files[0];
        var handOver = (await world.Import(("p.csv",
            Parts + "A1-E,A1,fixed,0.5,2025-01-01,2026-01-01\nA1-E,A1,fixed,0.4,2026-01-01,\nA1-E,H1,fixed,0.1,2026-01-01,\n"))).Files[0];

        Assert.Equal("allocation.shares-not-one", Assert.Single(third.Problems).RuleCode);
        Assert.Equal((ImportState.Accepted, 2, 1), (handOver.State, handOver.New, handOver.Changed));
    }
}
