using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Evaluations;

/// <summary>docs/rules/rule-sets.md: the nearest region with a set in force decides alone.</summary>
public sealed class RuleBookTests
{
    private static readonly RuleSet[] Sets =
        [Set(1, "CN", "100000", 2015), Set(2, "TC-25", "654200", 2025, 0.9m), Set(3, "TC-27", "654200", 2027, 0.8m)];

    [Theory]
    [InlineData(2014, null)]
    [InlineData(2015, "CN")]
    [InlineData(2024, "CN")]
    [InlineData(2025, "TC-25")]
    [InlineData(2026, "TC-25")]
    [InlineData(2027, "TC-27")]
    public void The_nearest_region_in_force_decides(int year, string? code) =>
        Assert.Equal(code, new RuleBook(Sets).Find(A.Path, year)?.Code);

    [Fact]
    public void A_neighbour_is_not_bound_and_a_superseded_set_binds_nobody()
    {
        Assert.Equal("CN", new RuleBook(Sets).Find("100000/650000/659000/", 2025)?.Code);
        Assert.Equal("CN", new RuleBook([.. Sets[..1], Set(4, "OLD", "654200", 2025, supersededBy: 5)]).Find(A.Path, 2025)?.Code);
    }

    [Theory] // 0.9 × 365 = 328.5
    [InlineData("2025-11-26", 0.9, true)]
    [InlineData("2025-11-25", 0.9, false)]
    [InlineData("2025-11-26", 0.95, false)]
    public void The_coverage_that_is_asked_is_that_of_the_set(string until, decimal coverage, bool sufficient)
    {
        var book = A.Book() with { Rules = new RuleBook([Set(1, "X", "650000", 2020, coverage)]) };
        var records = new CommunityRecords([A.Institution()], [A.Building()], [A.Meter("E")]) { Bills = [A.Bill("E", "2025-01-01", until, 1_000)] };
        var year = new YearEvaluator(book, new EvaluationRules()).Evaluate(new Community(records, A.Conversions), 2025, true, (_, _, _) => null);
        Assert.Equal(sufficient, year.Single().Verdicts.Single(v => v.Definition.Indicator == Indicator.TotalEnergy && v.Subject.Code == "I1").Actual is not null);
        Assert.Equal("X", year.Single().Rules.RuleSet);
    }

    internal static RuleSet Set(
        long id, string code, string region, int from, decimal coverage = 0.95m, string pv = "TotalEnergy", long? supersededBy = null) => new()
    {
        Id = id, Code = code, RegionCode = region, FromYear = from, Coverage = coverage, ProvisionalShare = 0.1m, PvDeductedIn = pv,
        RelaxAfterOverAchievement = false, Source = "test", SupersededById = supersededBy,
    };
}
