using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Tests.Planning;

/// <summary>Bases and yearly orders: docs/rules/plan-base.md and plan-override.md.</summary>
public sealed class PlanOrderTests
{
    [Fact]
    public void A_base_is_the_base_years_evaluation_else_what_was_filed_else_there_is_no_plan()
    {
        var filed = PlanWorld.Records() with { Bases = [PlanWorld.Filed(25)] };
        Assert.Equal(new BaseFigure(24, BaseSource.Evaluated), PlanWorld.Find(2021, filed, null, (2020, 24))!.Base);
        Assert.Equal(new BaseFigure(25, BaseSource.Filed), PlanWorld.Find(2021, filed)!.Base);
        Assert.Null(PlanWorld.Find(2021, PlanWorld.Records()));
        Assert.Null(PlanWorld.Find(2021, PlanWorld.Records(), null, (2020, 0)));
    }

    [Fact]
    public void A_frozen_base_moves_no_target_and_says_what_it_would_be()
    {
        var frozen = PlanWorld.Records() with { Frozen = [PlanWorld.Frozen(24)], Bases = [PlanWorld.Filed(25)] };
        var corrected = PlanWorld.Find(2021, frozen, null, (2020, 24.5m))!;
        Assert.Equal((24m, "23.7551"), (corrected.BaseValue, Show(corrected.Target)));
        Assert.Equal(new BaseFigure(24.5m, BaseSource.Evaluated), corrected.Base.WouldBe);
        Assert.Equal(25, PlanWorld.Find(2021, frozen)!.Base.WouldBe!.Value);
        Assert.Null(PlanWorld.Find(2021, frozen, null, (2020, 24))!.Base.WouldBe);
    }

    [Fact]
    public void A_restated_base_stands_whatever_the_old_bills_say()
    {
        var restated = PlanWorld.Records() with { Frozen = [PlanWorld.Frozen(30, BaseSource.Restated)] };
        var plan = PlanWorld.Find(2021, restated, null, (2020, 24))!;
        Assert.Equal((30m, null), (plan.BaseValue, plan.Base.WouldBe));
    }

    [Fact]
    public void The_first_years_last_value_is_the_base_itself_not_a_later_reading_of_the_base_year()
    {
        var frozen = PlanWorld.Records() with { Frozen = [PlanWorld.Frozen(24)] };
        Assert.Equal(24, PlanWorld.Find(2021, frozen, null, (2020, 30))!.LastActual);
    }

    [Fact] // the 12th five-year plan ordered 4 % for its second year (domain §5.2)
    public void A_rate_is_taken_off_the_year_before()
    {
        var ordered = PlanWorld.Records() with { Overrides = [PlanWorld.Order(2022, OverrideKind.RatePercent, 4)] };
        var plan = PlanWorld.Find(2022, ordered, null, (2020, 24), (2021, 23))!;
        Assert.Equal((22.08m, TargetBasis.Ordered), (plan.Target, plan.Basis));
        Assert.Equal("23.5126", Show(plan.OriginalTarget));
    }

    [Fact]
    public void A_rate_without_the_year_before_or_after_a_year_of_nothing_is_taken_off_the_path()
    {
        var ordered = PlanWorld.Records() with { Overrides = [PlanWorld.Order(2022, OverrideKind.RatePercent, 4)] };
        var plan = PlanWorld.Find(2022, ordered, null, (2020, 24))!;
        Assert.Equal(plan.Match.PathFrom(24).Original(1) * 0.96m, plan.Target);
        Assert.Equal(plan.Target, PlanWorld.Find(2022, ordered, null, (2020, 24), (2021, 0))!.Target);
    }

    [Theory] // a lax order postpones, it does not forgive: the debt is against the first path, and the plan still ends where it ended
    [InlineData(TargetPath.Geometric, "23.4619")]
    [InlineData(TargetPath.Linear, "23.4667")]
    public void After_an_order_the_path_goes_on_from_the_actual(TargetPath shape, string next)
    {
        var ordered = PlanWorld.Records(shape) with { Overrides = [PlanWorld.Order(2022, OverrideKind.RatePercent, 0.5m)] };
        var lax = PlanWorld.Find(2022, ordered, null, (2020, 24), (2021, 24))!.Progress(23.8m)!;
        Assert.True(lax.AnnualMet);
        Assert.Equal(23.8m - lax.Plan.OriginalTarget, lax.Debt);
        var after = PlanWorld.Find(2023, ordered, null, (2020, 24), (2022, 23.8m))!;
        Assert.Equal((TargetBasis.Replanned, next), (after.Basis, Show(after.Target)));
    }

    [Fact]
    public void The_nearest_order_wins_a_value_is_for_the_region_itself_and_a_withdrawn_one_is_none()
    {
        PlanOverride[] orders =
        [
            PlanWorld.Order(2021, OverrideKind.RatePercent, 2, "650000"), PlanWorld.Order(2021, OverrideKind.Value, 20),
            PlanWorld.Order(2022, OverrideKind.RatePercent, 2, "650000"), PlanWorld.Order(2022, OverrideKind.RatePercent, 3),
            PlanWorld.Order(2023, OverrideKind.RatePercent, null),
        ];
        var ordered = PlanWorld.Records() with { Overrides = orders };
        Assert.Equal(2, PlanWorld.Find(2021, ordered, null, (2020, 24))!.Order!.Amount);
        Assert.Equal(3, PlanWorld.Find(2022, ordered, null, (2020, 24))!.Order!.Amount);
        Assert.Null(PlanWorld.Find(2023, ordered, null, (2020, 24))!.Order);
        var region = new PlanQuestion(A.Path, new Subject(SubjectKind.Region, PlanWorld.Region), Domain.Quotas.Indicator.EnergyPerArea, 2021);
        Assert.Equal(20, PlanOutcomes.Find(region, ordered.Book, new EvaluationRules(), (_, _, _) => 24)!.Target);
    }

    [Theory] // by default a year that beat its path changes nothing after it
    [InlineData(false, "22.0", TargetBasis.FirstPath, "23.2726")]
    [InlineData(true, "22.0", TargetBasis.Relaxed, "22.2635")]
    [InlineData(true, "23.8", TargetBasis.Replanned, "23.4619")]
    public void A_gain_eases_the_rates_after_it_only_where_the_rules_say_so(bool relax, string last, TargetBasis basis, string target)
    {
        var rules = new EvaluationRules { RelaxAfterOverAchievement = relax };
        var plan = PlanWorld.Find(2023, PlanWorld.Records(), rules, (2020, 24), (2022, decimal.Parse(last, System.Globalization.CultureInfo.InvariantCulture)))!;
        Assert.Equal((basis, target), (plan.Basis, Show(plan.Target)));
    }

    private static string Show(decimal value) =>
        Rounding.HalfUp(value, 4).ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);
}
