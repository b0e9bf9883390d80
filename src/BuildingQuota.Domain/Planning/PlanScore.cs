using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Planning;

/// <summary>
/// What one subject, year and indicator came to under a plan, or under its limit on a total: the row as shown, rounded once. It comes from
/// an evaluation and is superseded with it (docs/rules/plan-score.md).
/// </summary>
public sealed class PlanScore
{
    public required long Id { get; init; }

    public required long EvaluationId { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string SubjectCode { get; init; }

    public required string SubjectName { get; init; }

    /// <summary>The subject's institution, for row scope; null for a region.</summary>
    public string? InstitutionCode { get; init; }

    public required string RegionCode { get; init; }

    public required int Year { get; init; }

    public required string PlanCode { get; init; }

    public required Indicator Indicator { get; init; }

    public required string Unit { get; init; }

    /// <summary>In set STAT; null when days are missing: then there is no score.</summary>
    public decimal? PlanActual { get; init; }

    /// <summary>The year before, the base value in the first year.</summary>
    public decimal? LastActual { get; init; }

    public decimal? BaseValue { get; init; }

    public BaseSource? BaseSource { get; init; }

    /// <summary>What the base would be if it were frozen today, exact; null when that is the base.</summary>
    public decimal? BaseWouldBe { get; init; }

    public BaseSource? BaseWouldBeSource { get; init; }

    public decimal? OriginalTargetValue { get; init; }

    public decimal? TargetValue { get; init; }

    public TargetBasis? TargetBasis { get; init; }

    /// <summary>The order for the year that the target comes from.</summary>
    public long? OverrideId { get; init; }

    /// <summary>How far the year ended above the first path, in <see cref="Unit"/>.</summary>
    public decimal? Debt { get; init; }

    public decimal? RequiredDeclinePercent { get; init; }

    public decimal? DeclinePercent { get; init; }

    /// <summary>The year's decline in percent of the one that was asked.</summary>
    public decimal? CompletionPercent { get; init; }

    /// <summary>The decline since the base year in percent of the one asked by now, and of the whole plan's.</summary>
    public decimal? ProgressPercent { get; init; }

    public decimal? PlanPercent { get; init; }

    public bool? AnnualMet { get; init; }

    public bool? CumulativeMet { get; init; }

    public decimal? ModelA { get; init; }

    public decimal? ModelB { get; init; }

    public PlanGrade? Grade { get; init; }

    /// <summary>Not completed whatever the points (否决).</summary>
    public bool? IsVetoed { get; init; }

    /// <summary>Barometer, 1 worst … 3, null not predicted: against the year's task, the five-year progress, the limit on the total.</summary>
    public int? WarningLevelAnnual { get; init; }

    public int? WarningLevelPlan { get; init; }

    public int? WarningLevelTotal { get; init; }

    /// <summary>The limit on the total, for the indicators that have one.</summary>
    public decimal? CapValue { get; init; }

    /// <summary>The score rule set, and its numbers as they were used.</summary>
    public string? ScoreRules { get; init; }

    public string? ScoreParameters { get; init; }

    /// <summary>False once a later evaluation of the same subject and year has taken its place.</summary>
    public required bool IsCurrent { get; init; }
}
