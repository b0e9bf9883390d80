using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Evaluations;

/// <summary>docs/rules/regions.md: what is added up is what the statistics count, and so is what is missing.</summary>
public sealed class RegionEvaluatorTests
{
    [Fact] // a rule set deducts PV self-use: its missing bills do not touch what is assessed, but they do what is counted
    public void A_sum_has_bounds_where_a_member_is_assessed_whole_and_counted_with_a_gap()
    {
        var verdict = Sum(Row("A", Sufficiency.Sufficient, 100), Row("B", Sufficiency.Sufficient, 50, low: 40, high: 70));
        Assert.Equal((null, 140m, 170m), (verdict.Actual, verdict.StatBounds!.Low, verdict.StatBounds.High));
    }

    [Fact]
    public void A_sum_is_whole_where_a_member_is_counted_whole_and_assessed_with_a_gap() =>
        Assert.Equal(150m / 20, Sum(Row("A", Sufficiency.Sufficient, 100), Row("B", Sufficiency.Undetermined, 50)).Actual);

    private static Verdict Sum(params YearVerdict[] members) => Assert.Single(RegionEvaluator.Evaluate(
        new Region { Code = "R", Name = "R", Level = AdministrativeLevel.County, Path = "R/" }, 2025, members, new PlanBook([], [], []),
        new EvaluationRules(), (_, _, _) => null));

    private static YearVerdict Row(string code, Sufficiency assessed, decimal counted, decimal? low = null, decimal? high = null) => new()
    {
        Id = 0, EvaluationId = 0, SubjectKind = SubjectKind.Institution, SubjectCode = code, SubjectName = "", RegionCode = "R", Year = 2025,
        Indicator = Indicator.ElectricityPerArea, Unit = "", IsCurrent = true, Numerator = 0, StatNumerator = counted, StatNumeratorLow = low,
        StatNumeratorHigh = high, Denominator = 10, Sufficiency = assessed, TierName = null, PartialYear = false, EstimatedShare = 0,
        CoefficientSet = "", FactorSet = "",
    };
}
