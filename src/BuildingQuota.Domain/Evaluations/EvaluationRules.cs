using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// What a bureau may choose otherwise; the defaults are those of design §4.3 (docs/rules/rule-sets.md). <see cref="Coverage"/>: the part
/// of its active days that every counting meter must cover.
/// </summary>
public sealed record EvaluationRules(decimal Coverage = 0.95m)
{
    /// <summary>The set in which a region published them; this word where no region has.</summary>
    public string RuleSet { get; init; } = "default";

    /// <summary>Above this estimated part (0–1) a verdict is provisional.</summary>
    public decimal ProvisionalShare { get; init; } = 0.10m;

    /// <summary>Where PV self-use is no part of what is assessed: by default in the total only (seed 004; domain M20).</summary>
    public IReadOnlyList<Indicator> PvDeductedIn { get; init; } = [Indicator.TotalEnergy];

    /// <summary>May a year that beat its path make the years after it easier?</summary>
    public bool RelaxAfterOverAchievement { get; init; }

    /// <summary>The set by which years under a plan are scored (seed/score_rules.csv; docs/rules/plan-score.md).</summary>
    public string ScoreRules { get; init; } = "CN-GOAL";

    /// <summary>About the open year.</summary>
    public BudgetRules Budgets { get; init; } = new();

    /// <summary>The indicator as it is assessed under these rules.</summary>
    public IndicatorDefinition Assess(IndicatorDefinition definition) => definition.WithPv(!PvDeductedIn.Contains(definition.Indicator));
}
