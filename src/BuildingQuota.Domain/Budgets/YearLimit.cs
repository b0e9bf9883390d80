using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Budgets;

/// <summary>
/// What a year may hold: an indicator's limit × the time-weighted denominator of the whole open year, as its timelines stand now, in the
/// coefficient set of the quota (a plan's: STAT).
/// </summary>
public sealed record YearLimit(LimitKind Kind, IndicatorDefinition Definition, string Set, decimal Value)
{
    public required Denominator Denominator { get; init; }

    public QuotaTiers? Tiers { get; init; }

    /// <summary>Code of the standard or of the plan.</summary>
    public required string Source { get; init; }

    public decimal Amount => Definition.Allowed(Value, Denominator);
}

/// <summary>Finds what binds an open year, by the rules of its region.</summary>
public sealed class YearLimits(ReferenceBook book, EvaluationRules rules, PlanHistory history)
{
    /// <summary>
    /// Every limit that binds the subject; none of an indicator without quota and plan, or with nothing to divide by. A quota is held
    /// against what is assessed under the rules, a plan against the statistics.
    /// </summary>
    public IEnumerable<YearLimit> Of(BudgetQuestion question)
    {
        foreach (var definition in question.Definitions)
        {
            var denominator = question.Denominators.Of(definition.Denominator);
            if (denominator.Days <= 0) continue;
            if (OfQuota(question, rules.Assess(definition), denominator) is { } quota) yield return quota;
            if (OfPlan(question, definition, denominator) is { } plan) yield return plan;
        }
    }

    private YearLimit? OfQuota(BudgetQuestion question, IndicatorDefinition definition, Denominator denominator)
    {
        var heating = question.Denominators.HeatingType;
        var match = book.Quotas.Resolve(question.Institution, definition.Indicator, heating, question.Year);
        if (match is not { Quota: { } quota, Standard: { } standard }) return null;
        var (kind, value) = rules.Budgets.Tier switch
        {
            LimitKind.Guiding => (LimitKind.Guiding, quota.Guiding),
            LimitKind.Baseline when quota.Baseline is { } baseline => (LimitKind.Baseline, baseline),
            _ => (LimitKind.Constraint, quota.Constraint),
        };
        return new YearLimit(kind, definition, standard.CoefficientSet, value)
        {
            Denominator = denominator, Tiers = match.Tiers, Source = standard.Code,
        };
    }

    private YearLimit? OfPlan(BudgetQuestion question, IndicatorDefinition definition, Denominator denominator)
    {
        var asked = new PlanQuestion(question.Institution.RegionPath, question.Subject, definition.Indicator, question.Year);
        return PlanOutcomes.Find(asked, book.Plans, rules, history) is { } plan
            ? new YearLimit(LimitKind.PlanTarget, definition, ConversionTable.Stat, plan.Target)
            {
                Denominator = denominator, Source = plan.Match.Plan.Code,
            }
            : null;
    }
}

/// <summary>Whose open year, and what it is divided by.</summary>
public sealed record BudgetQuestion(Institution Institution, Subject Subject, string Name, int Year, Denominators Denominators)
{
    /// <summary>A building has every indicator but those per person.</summary>
    public IEnumerable<IndicatorDefinition> Definitions => IndicatorDefinition.All
        .Where(definition => definition.AppliesTo(Institution.Kind))
        .Where(definition => Subject.Kind == SubjectKind.Institution || !definition.IsPerPerson);
}
