using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// A region's figures: the numerators of its institutions over their denominators, as these are shown, always in STAT, without quota
/// (docs/rules/regions.md). One institution with missing bills leaves the region with bounds.
/// </summary>
public static class RegionEvaluator
{
    public static IReadOnlyList<Verdict> Evaluate(
        Region region, int year, IEnumerable<YearVerdict> members, PlanBook plans, EvaluationRules rules, PlanHistory history)
    {
        var byIndicator = members.Where(member => member.Denominator > 0).ToLookup(member => member.Indicator);
        return [.. IndicatorDefinition.All.Where(d => byIndicator.Contains(d.Indicator)).Select(d => Judge(d, [.. byIndicator[d.Indicator]]))];

        Verdict Judge(IndicatorDefinition definition, IReadOnlyList<YearVerdict> rows)
        {
            var subject = new Subject(SubjectKind.Region, region.Code);
            var bounds = rows.All(IsWhole) ? null : BoundsOf(rows);
            var question = new PlanQuestion(region.Path, subject, definition.Indicator, year);
            var numerator = rows.Sum(row => row.StatNumerator);
            return new Verdict(subject, region.Name, year, definition)
            {
                Numerator = numerator,
                StatNumerator = numerator,
                PhysicalAmount = rows.Sum(row => row.PhysicalAmount ?? row.StatNumerator),
                Bounds = bounds,
                StatBounds = bounds,
                Denominator = DenominatorOf(definition, rows, DateSpan.OfYear(year)),
                Quota = QuotaMatch.None("quota.none-for-regions"),
                CoefficientSet = ConversionTable.Stat,
                PartialYear = false,
                EstimatedShare = EstimatedShare(rows, numerator),
                Plan = PlanOutcomes.Find(question, plans, rules, history),
                PlanLimit = plans.Limit(subject, region.Path, definition.Indicator, year) is { } limit
                    ? limit with { ScoreRules = plans.ScoreRulesOf(rules.ScoreRules) } : null,
            };
        }
    }

    /// <summary>
    /// By what the statistics count, for that is added up: a rule set's deductions may leave the assessed value sufficient without it.
    /// </summary>
    private static bool IsWhole(YearVerdict row) => row.StatNumeratorLow is null;

    private static Bounds BoundsOf(IReadOnlyList<YearVerdict> rows)
    {
        decimal? high = 0;
        foreach (var row in rows) high += IsWhole(row) ? row.StatNumerator : row.StatNumeratorHigh;
        return new Bounds(rows.Sum(row => row.StatNumeratorLow ?? row.StatNumerator), high);
    }

    private static Denominator DenominatorOf(IndicatorDefinition definition, IReadOnlyList<YearVerdict> rows, DateSpan year) =>
        new(year.Days, definition.Denominator == DenominatorKind.One
            ? [new Segment("", "one", year, 1)]
            : [.. rows.Select(row => new Segment(row.SubjectCode, "average", year, row.Denominator ?? 0))]);

    private static decimal EstimatedShare(IReadOnlyList<YearVerdict> rows, decimal whole) =>
        whole == 0 ? 0 : Math.Clamp(rows.Sum(row => row.EstimatedShare * row.StatNumerator) / whole, 0, 1);
}
