using BuildingQuota.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>Regions, institutions, buildings and meters: references, trees, and what a second file may change.</summary>
public sealed class MasterDataTests
{
    private const string Regions = "code,name,level,parent_code\n";
    private const string Institutions = "code,name,kind,level,grade,region_code,parent_code,climate_zone\n";
    private const string Buildings = "code,institution_code,name,kind,gross_area_m2,heated_area_m2,heating_type,in_service_from,in_service_to\n";
    private const string Meters = "code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to\n";

    [Theory]
    [InlineData(Regions + "X,X,county,T", null)]
    [InlineData(Regions + "X,X,township,P", null)]
    [InlineData(Regions + "X,X,province,T", "region.level-order")]
    [InlineData(Regions + "X,X,prefecture,T", "region.level-order")]
    [InlineData(Regions + "T,T,county,P", "region.level-of-those-below")]
    [InlineData(Regions + "T,T,township,T1", "region.level-of-those-below")]
    [InlineData(Regions + "T,T,township,P\nT1,T1,county,P\nT2,T2,county,P", null)]
    [InlineData(Regions + "X,X,county,NONE", "region.not-found")]
    [InlineData(Regions + "X,X,county,Y\nY,Y,county,X", "region.level-order")]
    [InlineData(Institutions + "X,X,hospital,county,grade1,T1,,", null)]
    [InlineData(Institutions + "X,X,school,county,grade1,T1,,", "institution.grade-not-hospital")]
    [InlineData(Institutions + "X,X,school,nation,,T1,,", "institution.level-nation")]
    [InlineData(Institutions + "X,X,school,county,,T9,,", "region.not-found")]
    [InlineData(Institutions + "X,X,school,county,,T1,NONE,", "institution.not-found")]
    [InlineData(Institutions + "X,X,school,county,,T1,Y,\nY,Y,school,county,,T1,,", null)]
    [InlineData(Institutions + "X,X,school,county,,T1,Y,\nY,Y,school,county,,T1,X,", "institution.cycle")]
    [InlineData(Institutions + "X,X,school,county,,T1,X,", "institution.cycle")]
    [InlineData(Buildings + "X,A,X,office,100,100,none,2020-01-01,2020-01-02", null)]
    [InlineData(Buildings + "X,A,X,office,100,100,none,2020-01-01,2020-01-01", "span.empty")]
    [InlineData(Buildings + "X,A,X,office,100,100.01,none,2020-01-01,", "area.heated-above-gross")]
    [InlineData(Buildings + "X,A,X,office,0,0,none,2020-01-01,", "area.not-positive")]
    [InlineData(Buildings + "X,A,X,office,10,-1,none,2020-01-01,", "area.negative")]
    [InlineData(Buildings + "X,A,X,venue,100,0,none,1868-01-01,", null)]
    [InlineData(Buildings + "X,A,X,venue,100,0,none,1000-01-01,", null)]
    [InlineData(Buildings + "X,A,X,venue,100,0,none,0999-12-31,", "cell.date-out-of-range")]
    [InlineData(Buildings + "X,A,X,office,10000000,10000000,none,2020-01-01,", null)]
    [InlineData(Buildings + "X,A,X,office,10000000.01,0,none,2020-01-01,", "area.too-large")]
    [InlineData(Buildings + "X,B,X,office,10,0,none,2020-01-01,", "institution.not-found")]
    [InlineData(Buildings + "A1,H,Office,office,1000,900,district_metered,2000-01-01,", "building.institution-fixed")]
    [InlineData(Meters + "X,A1,,,electricity,kWh,,,2020-01-01,", null)]
    [InlineData(Meters + "X,,A,,electricity,MWh,,0.5,2020-01-01,", null)]
    [InlineData(Meters + "X,,,,electricity,kWh,,,2020-01-01,", "meter.owner-missing")]
    [InlineData(Meters + "X,A1,H,,electricity,kWh,,,2020-01-01,", "meter.building-of-other-institution")]
    [InlineData(Meters + "X,A9,,,electricity,kWh,,,2020-01-01,", "building.not-found")]
    [InlineData(Meters + "X,A1,,A1-E,electricity,kWh,,,2020-01-01,", null)]
    [InlineData(Meters + "X,A1,,A1-W,electricity,kWh,,,2020-01-01,", "meter.parent-of-other-carrier")]
    [InlineData(Meters + "X,A1,,NONE,electricity,kWh,,,2020-01-01,", "meter.not-found")]
    [InlineData(Meters + "A1-E,A1,A,A1-ES,electricity,kWh,general,1,2020-01-01,", "meter.cycle")]
    [InlineData(Meters + "X,A1,,,electricity,m3,,,2020-01-01,", "unit.not-allowed")]
    [InlineData(Meters + "X,A1,,,electricity,kWh,,0,2020-01-01,", "meter.multiplier-not-positive")]
    public async Task A_row_is_taken_or_refused_by_one_rule(string text, string? code)
    {
        await using var world = await ImportWorld.Create();

        var file = (await world.Import(("x.csv", text))).Files[0];

        Assert.Equal(code is null ? [] : [code], file.Problems.Select(problem => problem.RuleCode).Distinct());
        Assert.Equal(code is null ? ImportState.Accepted : ImportState.Refused, file.State);
    }

    [Fact]
    public async Task A_changed_attribute_is_a_change_and_a_blank_keeps_what_was_there()
    {
        await using var world = await ImportWorld.Create();

        var file = (await world.Import(("x.csv",
            Institutions + "A,Agency renamed,agency,county,,T2,,\nH,Hospital,hospital,county,,T2,,\n"))).Files[0];

        Assert.Equal((ImportState.Accepted, 2, 0, 1, 1), (file.State, file.Read, file.New, file.Changed, file.Unchanged));
        await using var db = world.Open();
        var agency = await db.Institutions.SingleAsync(row => row.Code == "A");
        Assert.Equal(("Agency renamed", "P/T/T2/", Domain.Institutions.ClimateZone.Cold),
            (agency.Name, agency.RegionPath, agency.ClimateZone));
        Assert.NotNull((await db.Institutions.SingleAsync(row => row.Code == "H")).Grade);
        var told = await db.AuditEvents.SingleAsync(line => line.Subject == $"imports/{file.BatchId}");
        Assert.Contains("\"Name\":[\"Agency\",\"Agency renamed\"]", told.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_that_moves_takes_everything_below_it_along()
    {
        await using var world = await ImportWorld.Create();

        await world.Import(("x.csv", Regions + "Q,Other,province,\nT,Prefecture,prefecture,Q\n"));

        await using var db = world.Open();
        Assert.Equal("Q/T/T1/", (await db.Regions.SingleAsync(row => row.Code == "T1")).Path);
        Assert.Equal("Q/T/T1/", (await db.Institutions.SingleAsync(row => row.Code == "A")).RegionPath);
    }

    [Fact]
    public async Task A_meter_with_bills_stays_where_it_is_and_one_without_may_move()
    {
        await using var world = await ImportWorld.Create();
        await world.Bills("A1-E,2025-01-01,2025-02-01,1,kWh,,,");

        var billed = (await world.Import(("x.csv", Meters + "A1-E,A2,,,electricity,kWh,,,2020-01-01,\n"))).Files[0];
        var free = (await world.Import(("x.csv", Meters + "A1-W,A2,,,water,m3,,,2020-01-01,\n"))).Files[0];

        Assert.Equal("meter.has-bills", Assert.Single(billed.Problems).RuleCode);
        Assert.Equal((ImportState.Accepted, 1), (free.State, free.Changed));
    }

    [Fact]
    public async Task A_key_twice_with_different_values_rejects_both_rows()
    {
        await using var world = await ImportWorld.Create();

        var file = (await world.Import(("x.csv", Regions + "X,One,county,T\nX,Two,county,T\nY,Y,county,T\nY,Y,county,T\n"))).Files[0];

        Assert.Equal([(2, "row.duplicate"), (3, "row.duplicate"), (5, "row.duplicate")],
            file.Problems.Select(problem => (problem.Row, problem.RuleCode)).Order());
    }
}
