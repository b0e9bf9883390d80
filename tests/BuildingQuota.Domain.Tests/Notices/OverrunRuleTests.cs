using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Notices;

/// <summary>docs/rules/notice-drafting.md.</summary>
public sealed class OverrunRuleTests
{
    [Theory]
    [InlineData(Sufficiency.Sufficient, TierName.OverConstraint, true)]
    [InlineData(Sufficiency.OverWhateverIsMissing, TierName.OverConstraint, true)]
    [InlineData(Sufficiency.Sufficient, TierName.WithinConstraint, false)]
    [InlineData(Sufficiency.Sufficient, TierName.NoQuota, false)]
    [InlineData(Sufficiency.WithinWhateverIsMissing, TierName.WithinConstraint, false)]
    [InlineData(Sufficiency.Undetermined, null, false)]
    [InlineData(Sufficiency.Undetermined, TierName.OverConstraint, false)]
    public void Only_what_is_over_for_certain_is_noticed(Sufficiency sufficiency, TierName? tier, bool expected) =>
        Assert.Equal(expected, OverrunRule.IsNoticed(Verdict(sufficiency: sufficiency, tier: tier)));

    [Fact]
    public void A_building_a_region_and_a_superseded_verdict_get_no_notice()
    {
        Assert.True(OverrunRule.IsNoticed(Verdict()));
        Assert.False(OverrunRule.IsNoticed(Verdict(kind: SubjectKind.Building)));
        Assert.False(OverrunRule.IsNoticed(Verdict(kind: SubjectKind.Region)));
        Assert.False(OverrunRule.IsNoticed(Verdict(current: false)));
    }

    [Fact]
    public void A_value_on_the_limit_is_no_overrun_and_the_next_digit_is()
    {
        var tiers = new QuotaTiers(20.8m, 12.6m, 6.9m);
        Assert.False(OverrunRule.IsNoticed(Verdict(tier: tiers.Judge(20.8m))));
        Assert.True(OverrunRule.IsNoticed(Verdict(tier: tiers.Judge(20.8001m))));
    }

    [Fact]
    public void Every_indicator_belongs_to_one_family()
    {
        var families = Enum.GetValues<Indicator>().ToLookup(OverrunRule.FamilyOf);
        Assert.Equal([Indicator.WaterPerCapita, Indicator.WaterPerArea, Indicator.WaterPerBed], families[IndicatorFamily.Water]);
        Assert.Equal([Indicator.CarbonPerArea, Indicator.CarbonPerCapita, Indicator.TotalCarbon], families[IndicatorFamily.Carbon]);
        Assert.Contains(Indicator.ElectricityPerArea, families[IndicatorFamily.Energy]);
    }

    [Fact]
    public void The_letter_speaks_first_of_what_is_furthest_over_and_determined()
    {
        var little = Verdict(Indicator.EnergyPerArea, 21);
        var much = Verdict(Indicator.EnergyPerCapita, 30);
        var bounded = Verdict(Indicator.ElectricityPerArea, 90, Sufficiency.OverWhateverIsMissing);
        Assert.Same(much, OverrunRule.Leading([little, bounded, much]));
        Assert.Same(bounded, OverrunRule.Leading([bounded]));
    }

    [Theory]
    [InlineData(1, "塔地机管〔2026〕1号")]
    [InlineData(120, "塔地机管〔2026〕120号")]
    public void A_number_has_the_year_in_six_sided_brackets_and_no_leading_zero(long sequence, string expected) =>
        Assert.Equal(expected, new DocumentNumber("塔地机管", 2026, sequence).ToString());

    private static YearVerdict Verdict(
        Indicator indicator = Indicator.EnergyPerArea, decimal value = 22.1m, Sufficiency sufficiency = Sufficiency.Sufficient,
        TierName? tier = TierName.OverConstraint, SubjectKind kind = SubjectKind.Institution, bool current = true) => new()
    {
        Id = 1, EvaluationId = 1, SubjectKind = kind, SubjectCode = "I1", SubjectName = "I1", InstitutionCode = "I1", RegionCode = "654200",
        Year = 2025, Indicator = indicator, Actual = sufficiency == Sufficiency.Sufficient ? value : null, LowerBound = value, Unit = "kgce/m²",
        Numerator = 176_800, TierName = tier, Constraint = 20.8m, StatNumerator = 176_800, Sufficiency = sufficiency, PartialYear = false,
        EstimatedShare = 0, CoefficientSet = "STAT", FactorSet = "CN-2023", IsCurrent = current,
    };
}
