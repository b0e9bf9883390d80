using System.Text;
using BuildingQuota.Data;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Evaluations;

/// <summary>Domain §9.8 through the public door: files in, verdict out, by the published standard of the seeds.</summary>
public sealed class PvVerdictTests
{
    private const string RuleSets = "code,region_code,from_year,pv_deducted_in,source\n";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Example_8_the_verdict_flips_with_the_rule_set_and_names_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        await ReferenceData.Load(db, RepositoryRoot.File("seed"), new FixedClock(), default);
        await Import(db,
            ("institutions.csv", "code,name,kind,level,grade,region_code,parent_code,climate_zone\nA,Agency,agency,county,,654200,,cold\n"),
            ("buildings.csv", "code,institution_code,name,kind,gross_area_m2,heated_area_m2,heating_type,in_service_from,in_service_to\nA1,A,House,office,9000,0,none,2000-01-01,\n"),
            ("meters.csv", "code,building_code,institution_code,parent_code,carrier,unit,purpose,multiplier,active_from,active_to\n"
                + "E,A1,A,,electricity,kWh,,1,2020-01-01,\nGEN,A1,A,,pv_self_use,kWh,,1,2020-01-01,\nEXP,A1,A,GEN,pv_self_use,kWh,export,1,2020-01-01,\n"),
            ("adoptions.csv", "region_code,quota_standard,quota_zone,from\n654200,DB37/T 2672-2019,A,2023-01-01\n"),
            ("bills.csv", "meter_code,period_start,period_end,quantity,unit\nE,2025-01-01,2026-01-01,60,万kWh\n"
                + "GEN,2025-01-01,2026-01-01,70000,kWh\nEXP,2025-01-01,2026-01-01,30000,kWh\n"));

        var counted = await Evaluate(database);
        await Import(db, ("rule_sets.csv", RuleSets + "TC-PV,654200,2025,TotalEnergy ElectricityPerArea,order 1\n"));
        var deducted = await Evaluate(database);

        Assert.Equal((71.1111m, 67.4m, TierName.OverConstraint, "CN-DEFAULT"), Said(counted));
        Assert.Equal((66.6667m, 67.4m, TierName.WithinConstraint, "TC-PV"), Said(deducted));
        Assert.Equal((640_000m, 640_000m, 600_000m), (deducted.PhysicalAmount, deducted.StatNumerator, deducted.Numerator));
        var exported = await db.MonthlyFacts.Where(fact => fact.Purpose == MeterPurpose.Export).ToListAsync();
        Assert.Equal(30_000m, exported.Sum(fact => fact.Quantity));
        Assert.DoesNotContain(exported, fact => fact.InPerArea || fact.InPerCapita || fact.InTotal);
    }

    private static (decimal?, decimal?, TierName?, string?) Said(YearVerdict verdict) =>
        (verdict.Actual, verdict.Constraint, verdict.TierName, verdict.RuleSet);

    private static async Task<YearVerdict> Evaluate(TestDatabase database)
    {
        await new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(2025), null, default);
        await using var db = database.Open();
        return await db.YearVerdicts.AsNoTracking().SingleAsync(v => v.IsCurrent && v.Indicator == Indicator.ElectricityPerArea
            && v.SubjectKind == SubjectKind.Institution && v.SubjectCode == "A");
    }

    internal static async Task Import(QuotaDb db, params (string Name, string Text)[] files)
    {
        var offered = files.Select(file => new OfferedFile(file.Name, () => new MemoryStream(Encoding.UTF8.GetBytes(file.Text)))).ToList();
        var report = await new ImportFiles(db, new FixedClock(), new ImportLimits()).Run(new(offered, null, false, "tester", "en"), null, default);
        Assert.All(report.Files, file => Assert.Equal(ImportState.Accepted, file.State));
    }
}
