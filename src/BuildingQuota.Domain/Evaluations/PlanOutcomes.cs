using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>What a plan asks of a subject in a year (docs/rules/plan-path.md).</summary>
public static class PlanOutcomes
{
    /// <summary>Null without a plan or without a base above zero.</summary>
    public static PlanOutcome? Find(PlanQuestion question, PlanBook plans, EvaluationRules rules, PlanHistory history)
    {
        var (subject, indicator, year) = (question.Subject, question.Indicator, question.Year);
        if (plans.Find(question.RegionPath, indicator, year) is not { } match) return null;
        if (BaseOf(match, subject, plans, history) is not { } basis) return null;

        var path = match.PathFrom(basis.Value);
        var k = year - match.Plan.BaseYear;
        var last = k == 1 ? basis.Value : history(subject, indicator, year - 1);
        var order = plans.Override(match, subject, question.RegionPath, year);
        var target = order?.TargetFrom(last ?? path.Original(k - 1)) ?? path.Binding(k, last, rules.RelaxAfterOverAchievement);
        return new PlanOutcome(match, basis.Value, target, path.Original(k))
        {
            Base = basis, LastActual = last, EndValue = path.EndValue, Order = order, ScoreRules = plans.ScoreRulesOf(rules.ScoreRules),
            Basis = order is null ? path.Basis(k, last, rules.RelaxAfterOverAchievement) : TargetBasis.Ordered,
        };
    }

    /// <summary>What a base would be frozen as: from the base year's own evaluation, else as filed; null without a value above zero.</summary>
    public static BaseFigure? BaseToFreeze(Plan plan, Subject subject, Indicator indicator, PlanBook plans, PlanHistory history) =>
        Positive(history(subject, indicator, plan.BaseYear), BaseSource.Evaluated)
        ?? Positive(plans.FiledBase(plan.Code, subject, indicator)?.BaseValue, BaseSource.Filed);

    /// <summary>As it was frozen; until then what it would be frozen as (docs/rules/plan-base.md).</summary>
    private static BaseFigure? BaseOf(PlanMatch match, Subject subject, PlanBook plans, PlanHistory history)
    {
        var (plan, indicator) = (match.Plan, match.Target.Indicator);
        var now = BaseToFreeze(plan, subject, indicator, plans, history);
        if (plans.FrozenBase(plan.Code, subject, indicator) is not { } frozen) return now;
        return new BaseFigure(frozen.BaseValue, frozen.SourceKind)
        {
            IsFrozen = true,
            WouldBe = frozen.SourceKind == BaseSource.Restated || now?.Value == frozen.BaseValue ? null : now,
        };
    }

    private static BaseFigure? Positive(decimal? value, BaseSource source) => value > 0 ? new BaseFigure(value.Value, source) : null;
}

/// <summary>Whose indicator in which year, and where the subject stands.</summary>
public sealed record PlanQuestion(string RegionPath, Subject Subject, Indicator Indicator, int Year);

/// <summary>What the plan asked of the year, in set STAT.</summary>
public sealed record PlanOutcome(PlanMatch Match, decimal BaseValue, decimal Target, decimal OriginalTarget)
{
    public BaseFigure Base { get; init; } = new(BaseValue, BaseSource.Filed);

    /// <summary>The year before, the base in the first year; null when it is not known.</summary>
    public decimal? LastActual { get; init; }

    /// <summary>What the plan asks of its last year.</summary>
    public decimal EndValue { get; init; }

    public TargetBasis Basis { get; init; }

    public PlanOverride? Order { get; init; }

    /// <summary>Null where the set that the rules name is not published.</summary>
    public ScoreRuleSet? ScoreRules { get; init; }

    /// <summary>Null when the year's value is not known.</summary>
    public bool? Met(decimal? actual) => actual is { } value ? value <= Target : null;

    public decimal? ChangeFromBasePercent(decimal? actual) => (actual / BaseValue - 1) * 100;

    /// <summary>What the year came to under the plan; null when its value is not known.</summary>
    public PlanProgress? Progress(decimal? actual) => actual is { } value ? new PlanProgress(value, this) : null;
}
