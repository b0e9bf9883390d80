using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Evaluations;

/// <summary>docs/rules/pv-self-use.md: self-use is generation without export, and of every verdict there are three amounts.</summary>
public sealed class PvSelfUseTests
{
    private static readonly Quota Limit = A.Quota(Indicator.ElectricityPerArea, 67.4m, 50, 30);

    [Fact] // domain §9.8
    public void Example_8_the_verdict_flips_with_the_rule_set()
    {
        var counted = Judge("TotalEnergy", Indicator.ElectricityPerArea);
        Assert.Equal((640_000m, 640_000m, 640_000m), Amounts(counted));
        Assert.Equal(TierName.OverConstraint, counted.Tier);
        Assert.Equal(640_000m / 9_000, counted.Actual);

        var deducted = Judge("TotalEnergy ElectricityPerArea", Indicator.ElectricityPerArea);
        Assert.Equal((640_000m, 640_000m, 600_000m), Amounts(deducted));
        Assert.Equal(TierName.WithinConstraint, deducted.Tier);
        Assert.Equal(600_000m / 9_000, deducted.Actual);
        Assert.Equal(640_000m / 9_000, deducted.PlanActual); // plans keep to the statistics
    }

    [Fact]
    public void Example_8_the_total_is_without_self_use_unless_a_set_says_otherwise()
    {
        Assert.Equal((78_656m, 73_740m, 73_740m), Amounts(Judge("TotalEnergy", Indicator.TotalEnergy)));
        Assert.Equal((78_656m, 73_740m, 78_656m), Amounts(Judge("", Indicator.TotalEnergy)));
    }

    [Fact]
    public void Carbon_of_self_use_is_zero_either_way() =>
        Assert.Equal(Judge("", Indicator.CarbonPerArea).Actual, Judge("CarbonPerArea", Indicator.CarbonPerArea).Actual);

    [Fact] // what is exported bounds the self-use from below, what is generated from above
    public void A_gap_of_the_export_meter_leaves_only_bounds_and_none_where_self_use_is_deducted()
    {
        var records = Records(exportUntil: "2025-07-01");
        Assert.Null(Judge(records, "TotalEnergy", Indicator.ElectricityPerArea).Actual);
        Assert.NotNull(Judge(records, "ElectricityPerArea", Indicator.ElectricityPerArea).Actual);
        Assert.Null(Judge(records, "ElectricityPerArea", Indicator.ElectricityPerArea).PlanActual);
    }

    private static (decimal Physical, decimal Statistical, decimal Assessed) Amounts(Verdict verdict) =>
        (Rounding.HalfUp(verdict.PhysicalAmount, 4), Rounding.HalfUp(verdict.StatNumerator, 4), Rounding.HalfUp(verdict.Numerator, 4));

    private static Verdict Judge(string pvDeductedIn, Indicator indicator) => Judge(Records("2026-01-01"), pvDeductedIn, indicator);

    private static Verdict Judge(CommunityRecords records, string pvDeductedIn, Indicator indicator)
    {
        var book = A.Book("STAT", Limit) with { Rules = new RuleBook([RuleBookTests.Set(1, "X", "654200", 2020, pv: pvDeductedIn)]) };
        var years = new YearEvaluator(book, new EvaluationRules()).Evaluate(new Community(records, A.Conversions), 2025, true, (_, _, _) => null);
        return new Judged(years).Of(indicator);
    }

    private static CommunityRecords Records(string exportUntil) => new(
        [A.Institution()], [A.Building(area: 9_000)],
        [A.Meter("E"), A.Meter("GEN", Carrier.PvSelfUse), A.Meter("EXP", Carrier.PvSelfUse, MeterPurpose.Export, "GEN")])
    {
        Bills =
        [
            A.YearBill("E", 2025, 600_000), A.YearBill("GEN", 2025, 70_000, Carrier.PvSelfUse),
            A.Bill("EXP", "2025-01-01", exportUntil, 30_000, Carrier.PvSelfUse),
        ],
    };
}
