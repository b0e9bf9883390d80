using BuildingQuota.Domain.Planning;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// How far a year got under its plan, and its scores (docs/rules/plan-score.md, barometer.md; domain §5.3–5.5). All exact; declines are
/// positive when consumption fell.
/// </summary>
public sealed record PlanProgress(decimal Actual, PlanOutcome Plan)
{
    /// <summary>How far the year ended above the first path: what is owed.</summary>
    public decimal Debt => Math.Max(0, Actual - Plan.OriginalTarget);

    public bool AnnualMet => Actual <= Plan.Target;

    public bool CumulativeMet => Actual <= Plan.OriginalTarget;

    /// <summary>What the year had to fall by against the year before, in percent of it.</summary>
    public decimal? RequiredDeclinePercent => Plan.LastActual > 0 ? (1 - Plan.Target / Plan.LastActual) * 100 : null;

    public decimal? DeclinePercent => Plan.LastActual > 0 ? (1 - Actual / Plan.LastActual) * 100 : null;

    /// <summary>The year's decline in percent of what was asked of it; null when nothing was, or the year before is not known.</summary>
    public decimal? CompletionPercent => Achieved(Plan.LastActual, Plan.Target) * 100;

    /// <summary>The decline since the base year in percent of what the first path asks by now.</summary>
    public decimal? ProgressPercent => Achieved(Plan.BaseValue, Plan.OriginalTarget) * 100;

    /// <summary>The decline since the base year in percent of what the plan asks by its last year.</summary>
    public decimal? PlanPercent => Achieved(Plan.BaseValue, Plan.EndValue) * 100;

    /// <summary>Null when the year before is not known. Where no decline was asked of the year, the target alone decides.</summary>
    public decimal? ModelA => Plan.ScoreRules is { } rules && Plan.LastActual is not null
        ? CompletionPercent is { } percent ? rules.ModelA(percent) : AnnualMet ? rules.FullA : 0
        : null;

    public decimal? ModelB => Plan.ScoreRules?.ModelB(AnnualMet, CumulativeMet);

    /// <summary>否决性指标: not completed whatever the points. Model A falls with the year's target, model B only with both.</summary>
    public bool IsVetoed => !AnnualMet && (!CumulativeMet || Plan.ScoreRules?.GradedBy == ScoreScale.ModelA);

    public PlanGrade? Grade
    {
        get
        {
            if (Plan.ScoreRules is not { } rules) return null;
            var percent = rules.GradedBy == ScoreScale.ModelA ? ModelA / rules.FullA * 100 : ModelB / rules.FullB * 100;
            return percent is not { } known ? null : IsVetoed ? PlanGrade.NotCompleted : rules.Grade(known);
        }
    }

    /// <summary>1 worst … 3; null without the year before.</summary>
    public int? WarningLevelAnnual => Plan.LastActual is null ? null : Level(CompletionPercent, AnnualMet);

    public int? WarningLevelPlan => Level(ProgressPercent, CumulativeMet);

    private int? Level(decimal? percent, bool met) => Plan.ScoreRules is not { } rules ? null
        : rules.Warning(percent / 100 ?? (met ? 1 : 0));

    private decimal? Achieved(decimal? from, decimal to) => from > to ? (from - Actual) / (from - to) : null;
}
