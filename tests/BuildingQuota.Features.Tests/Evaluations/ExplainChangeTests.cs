using BuildingQuota.Data;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Evaluations;

/// <summary>docs/rules/change-explained.md through the public door.</summary>
public sealed class ExplainChangeTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_change_of_a_small_region_is_its_parts(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await using var db = database.Open();
        db.Add(new FloorArea { Id = 1, BuildingCode = "I1-B", InstitutionCode = "I1", From = new DateOnly(2025, 1, 1), GrossAreaM2 = 3_000, HeatedAreaM2 = 0, ImportId = 1 });
        await db.SaveChangesAsync();
        await new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(null), null, default);

        var explained = new List<ChangeExplanation>();
        foreach (var id in await db.YearVerdicts.Where(v => v.IsCurrent && v.Year == 2025 && v.SubjectKind != SubjectKind.Region).Select(v => v.Id).ToListAsync())
            explained.Add((await new ExplainChange(db).Run(id, default))!);

        Assert.NotEmpty(explained);
        Assert.All(explained, change => Assert.Null(change.Without));
        Assert.All(explained, change => Assert.Equal(change.Verdict.Actual - change.Before!.Actual, change.Parts.Sum(part => part.Amount)));
        Assert.All(Of("I2", Indicator.EnergyPerArea).Parts.Where(part => part.Part == ChangePart.Area), part => Assert.Equal(0, part.Amount));
        var electricity = Of("I1", Indicator.ElectricityPerArea).Parts.ToDictionary(part => part.Part);
        Assert.Equal([ChangePart.Area, ChangePart.Coefficients, ChangePart.Completeness, ChangePart.Mix, ChangePart.Consumption], electricity.Keys);
        Assert.Equal((0, 0), (electricity[ChangePart.Coefficients].Amount, electricity[ChangePart.Mix].Amount));
        // 120,067.476 kWh on 3,333.3 m², then 144 kWh more on 3,000 m²: worked out there and back in fractions
        Assert.Equal(4.0043m, electricity[ChangePart.Area].Amount);
        Assert.Equal(-0.1111m, electricity[ChangePart.Completeness].Amount); // 28 days of February, not 29
        Assert.Equal((Carrier.Electricity, 0.1567m), (electricity[ChangePart.Consumption].Carrier, electricity[ChangePart.Consumption].Amount));

        ChangeExplanation Of(string code, Indicator indicator) =>
            explained.Single(change => change.Verdict.SubjectCode == code && change.Verdict.Indicator == indicator);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Without_both_values_or_with_other_months_it_says_why_there_are_no_parts(DatabaseProvider provider)
    {
        await using var database = await SmallRegion.Create(provider);
        await using var db = database.Open();
        await new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(null), null, default);

        Assert.Equal(NoParts.FirstYear, await Why(db, 2024));
        Assert.Null(await Why(db, 2025));
        await db.MonthlyFacts.Where(fact => fact.InstitutionCode == "I1" && fact.Year == 2024 && fact.Month == 5)
            .ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Quantity, fact => fact.Quantity + 1));
        Assert.Equal(NoParts.FactsMoved, await Why(db, 2025));
        await db.Bills.Where(bill => bill.Id == 3).ExecuteUpdateAsync(set => set.SetProperty(bill => bill.State, BillState.Reversed));
        await new EvaluateYears(database.Factory, new FixedClock()).Run(new EvaluateRequest(2024), null, default);
        Assert.Equal(NoParts.NotSufficient, await Why(db, 2025));
        Assert.Null(await new ExplainChange(db).Run(-1, default));
    }

    private static async Task<NoParts?> Why(QuotaDb db, int year)
    {
        var id = await db.YearVerdicts.Where(v => v.IsCurrent && v.Year == year && v.SubjectKind == SubjectKind.Institution && v.SubjectCode == "I1"
            && v.Indicator == Indicator.ElectricityPerArea).Select(v => v.Id).SingleAsync();
        return (await new ExplainChange(db).Run(id, default))!.Without;
    }
}
