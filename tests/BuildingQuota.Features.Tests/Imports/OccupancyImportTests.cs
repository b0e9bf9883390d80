using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Feeds;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>docs/rules/occupancy.md: files in, two institutions' rows of one building out.</summary>
public sealed class OccupancyImportTests
{
    private const string Head = "building_code,institution_code,from,to,area_m2\n";
    private const string Meters = "code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to\n";

    [Theory]
    [InlineData("A1,H,2025-01-01,,1000", null)]
    [InlineData("A1,H,2025-01-01,,1000.01", "occupancy.above-gross")]
    [InlineData("A1,H,2025-01-01,,0", "occupancy.area-not-positive")]
    [InlineData("A1,H,2025-01-01,2025-01-01,5", "span.empty")]
    [InlineData("A1,A,2025-01-01,,5", "occupancy.own-building")]
    [InlineData("A1,H,2025-01-01,,5\nA1,H,2025-02-01,,5", "occupancy.overlap")]
    [InlineData("A1,H,2025-01-01,2025-02-01,5\nA1,H,2025-02-01,,6", null)]
    [InlineData("B9,H,2025-01-01,,5", "building.not-found")]
    [InlineData("A1,X,2025-01-01,,5", "institution.not-found")]
    public async Task A_row_is_taken_or_refused_by_one_rule(string rows, string? code)
    {
        await using var world = await ImportWorld.Create();

        var file = (await world.Import(("occupancies.csv", Head + rows))).Files[0];

        Assert.Equal(code is null ? [] : [code], file.Problems.Select(problem => problem.RuleCode).Distinct());
        Assert.Equal(code is null ? ImportState.Accepted : ImportState.Refused, file.State);
    }

    [Fact]
    public async Task An_occupier_may_have_a_sub_meter_of_its_own_and_nobody_else()
    {
        await using var world = await ImportWorld.Create();
        const string SubMeter = Meters + "A1-EH,A1,H,A1-E,electricity,kWh,,1,2020-01-01,";
        Assert.Equal("meter.building-of-other-institution", Assert.Single((await world.Import(("meters.csv", SubMeter))).Files[0].Problems).RuleCode);

        await world.Import(("occupancies.csv", Head + "A1,H,2025-01-01,,400"));
        Assert.Equal(ImportState.Accepted, (await world.Import(("meters.csv", SubMeter))).Files[0].State);
    }

    [Theory]
    [InlineData("building_code,from,gross_area_m2,heated_area_m2\nA1,2025-06-01,{0},0", "399.99", "400")]
    [InlineData("code,institution_code,name,kind,gross_area_m2,heated_area_m2,in_service_from\nA1,A,Office,office,{0},0,2000-01-01", "399.99", "400")]
    public async Task A_building_does_not_become_smaller_than_what_is_used_of_it(string text, string less, string enough)
    {
        await using var world = await ImportWorld.Create();
        await world.Import(("occupancies.csv", Head + "A1,H,2025-01-01,,400"));

        var refused = (await world.Import(("x.csv", text.Replace("{0}", less, StringComparison.Ordinal)))).Files[0];

        Assert.Equal("occupancy.above-gross", Assert.Single(refused.Problems).RuleCode);
        Assert.Equal(ImportState.Accepted, (await world.Import(("x.csv", text.Replace("{0}", enough, StringComparison.Ordinal)))).Files[0].State);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Who_uses_a_building_is_seen_by_both_and_by_nobody_else(DatabaseProvider provider)
    {
        await using var world = await ImportWorld.Create(provider);
        await world.Import(("occupancies.csv", Head + "A1,H,2025-01-01,,400"));
        await using var all = world.Open();
        var people = await all.Institutions.AsNoTracking().ToDictionaryAsync(one => one.Code);
        await world.Import(("institutions.csv", "code,name,kind,level,region_code\nX,Other,agency,county,T1\n"));
        var other = await all.Institutions.AsNoTracking().SingleAsync(one => one.Code == "X");

        await using var owner = world.Open(AccessScope.OfInstitution(people["A"]));
        await using var occupier = world.Open(AccessScope.OfInstitution(people["H"]));
        await using var stranger = world.Open(AccessScope.OfInstitution(other));
        Assert.Equal(400, (await owner.Occupancies.SingleAsync()).AreaM2);
        var row = await MasterFeeds.Occupancies(owner).SingleAsync();
        Assert.Equal(("H", null), (row.InstitutionCode, row.InstitutionName));
        Assert.Equal("Hospital", (await MasterFeeds.Occupancies(occupier).SingleAsync()).InstitutionName);
        Assert.Empty(await stranger.Occupancies.ToListAsync());
        Assert.Empty(await owner.Institutions.Where(one => one.Code == "H").ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_institutions_have_rows_of_one_building_and_they_sum_to_its_meters(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        await Data.Seeding.ReferenceData.Load(db, RepositoryRoot.File("seed"), new FixedClock(), default);
        await Evaluations.PvVerdictTests.Import(db,
            ("institutions.csv", "code,name,kind,level,grade,region_code,parent_code,climate_zone\nA,Agency,agency,county,,654200,,cold\nB,Bureau,agency,county,,654200,,cold\n"),
            ("buildings.csv", "code,institution_code,name,kind,gross_area_m2,heated_area_m2,heating_type,in_service_from,in_service_to\nA1,A,House,office,10000,0,none,2000-01-01,\n"),
            ("occupancies.csv", Head + "A1,B,2025-01-01,,4000\n"),
            ("meters.csv", Meters + "E,A1,A,,electricity,kWh,,1,2020-01-01,\nEA,A1,A,E,electricity,kWh,,1,2020-01-01,\nEB,A1,B,E,electricity,kWh,,1,2020-01-01,\n"),
            ("bills.csv", "meter_code,period_start,period_end,quantity,unit\nE,2025-01-01,2026-01-01,85000,kWh\n"
                + "EA,2025-01-01,2026-01-01,42000,kWh\nEB,2025-01-01,2026-01-01,33000,kWh\n"));

        await new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(2025), null, default);

        var facts = await db.MonthlyFacts.AsNoTracking().Where(fact => fact.BuildingCode == "A1").ToListAsync();
        Assert.Equal((48_000m, 37_000m), (facts.Where(f => f.InstitutionCode == "A").Sum(f => f.Quantity), facts.Where(f => f.InstitutionCode == "B").Sum(f => f.Quantity)));
        var verdicts = (await db.YearVerdicts.AsNoTracking().Where(v => v.IsCurrent && v.Indicator == Indicator.ElectricityPerArea).ToListAsync())
            .ToDictionary(v => (v.SubjectKind, v.SubjectCode), v => v.Actual);
        Assert.Equal(8m, verdicts[(SubjectKind.Institution, "A")]);
        Assert.Equal(9.25m, verdicts[(SubjectKind.Institution, "B")]);
        Assert.Equal(8.5m, verdicts[(SubjectKind.Building, "A1")]);
        Assert.Equal(8.5m, verdicts[(SubjectKind.Region, "654200")]); // parts over parts is the whole over the whole
        Assert.Equal([("Institution", 48_000m, false), ("Building", 48_000m, false), ("Building", 37_000m, true)], await Lines(db, "A"));
        Assert.Equal([("Institution", 37_000m, false)], await Lines(db, "B"));
    }

    /// <summary>The lines of an institution's sheet for electricity by area.</summary>
    private static async Task<List<(string Subject, decimal Amount, bool OfOthers)>> Lines(QuotaDb db, string institution)
    {
        var id = await db.Evaluations.Where(run => run.SubjectCode == institution && run.IsCurrent).Select(run => run.Id).SingleAsync();
        using var sheet = System.Text.Json.JsonDocument.Parse((await new ReadTrace(db).Run(id, default))!);
        return
        [
            .. sheet.RootElement.GetProperty("verdicts").EnumerateArray()
                .Where(verdict => verdict.GetProperty("indicator").GetString() == nameof(Indicator.ElectricityPerArea))
                .SelectMany(verdict => verdict.GetProperty("lines").EnumerateArray().Select(line => (verdict.GetProperty("subjectKind").GetString()!,
                    line.GetProperty("amount").GetDecimal(), line.TryGetProperty("ofOthers", out _)))),
        ];
    }
}
