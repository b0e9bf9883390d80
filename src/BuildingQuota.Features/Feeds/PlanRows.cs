using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Feeds;

/// <summary>One subject, year, plan and indicator: the current score. Warning levels: 1 worst … 3, null not predicted.</summary>
public sealed record PlanScoreRow
{
    public long Id { get; init; }
    public SubjectKind SubjectKind { get; init; }
    public string SubjectCode { get; init; } = "";
    public string SubjectName { get; init; } = "";
    public string? InstitutionCode { get; init; }
    public string RegionCode { get; init; } = "";
    public int Year { get; init; }
    public string PlanCode { get; init; } = "";
    public string PlanName { get; init; } = "";
    public Indicator Indicator { get; init; }
    public string Unit { get; init; } = "";
    public decimal? PlanActual { get; init; }
    public decimal? LastActual { get; init; }
    public decimal? BaseValue { get; init; }
    public BaseSource? BaseSource { get; init; }
    public decimal? BaseWouldBe { get; init; }
    public decimal? OriginalTargetValue { get; init; }
    public decimal? TargetValue { get; init; }
    public TargetBasis? TargetBasis { get; init; }
    public long? PlanOverrideId { get; init; }
    public decimal? Debt { get; init; }
    public decimal? RequiredDeclinePercent { get; init; }
    public decimal? DeclinePercent { get; init; }
    public decimal? CompletionPercent { get; init; }
    public decimal? ProgressPercent { get; init; }
    public decimal? PlanPercent { get; init; }
    public bool? AnnualMet { get; init; }
    public bool? CumulativeMet { get; init; }
    public decimal? ModelA { get; init; }
    public decimal? ModelB { get; init; }
    public PlanGrade? Grade { get; init; }
    public bool? IsVetoed { get; init; }
    public int? WarningLevelAnnual { get; init; }
    public int? WarningLevelPlan { get; init; }
    public int? WarningLevelTotal { get; init; }
    public int? PreviousWarningLevelAnnual { get; init; }
    public int? PreviousWarningLevelPlan { get; init; }
    public int? PreviousWarningLevelTotal { get; init; }
    public decimal? CapValue { get; init; }
    public string? ScoreRuleSet { get; init; }
    public string? ScoreParameters { get; init; }
    public long EvaluationId { get; init; }
}

/// <summary>What a region ordered for one year of a plan, also what was superseded; Amount is null where an order was withdrawn.</summary>
public sealed record PlanOverrideRow
{
    public long Id { get; init; }
    public string PlanCode { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public Indicator Indicator { get; init; }
    public int Year { get; init; }
    public OverrideKind Kind { get; init; }
    public decimal? Amount { get; init; }
    public string Reason { get; init; } = "";
    public string Source { get; init; } = "";
    public string EnteredBy { get; init; } = "";
    public DateTimeOffset EnteredAt { get; init; }
    public bool IsCurrent { get; init; }
    public long? SupersededById { get; init; }
}

/// <summary>The base value of a subject under a plan as frozen, also what was frozen before.</summary>
public sealed record FrozenBaseRow
{
    public long Id { get; init; }
    public string PlanCode { get; init; } = "";
    public SubjectKind SubjectKind { get; init; }
    public string SubjectCode { get; init; } = "";
    public string? InstitutionCode { get; init; }
    public Indicator Indicator { get; init; }
    public decimal BaseValue { get; init; }
    public BaseSource SourceKind { get; init; }
    public long? EvaluationId { get; init; }
    public long? ImportId { get; init; }
    public string? Reason { get; init; }
    public string FrozenBy { get; init; } = "";
    public DateTimeOffset FrozenAt { get; init; }
    public bool IsCurrent { get; init; }
    public long? SupersededById { get; init; }
}

/// <summary>One step of a score rule set: points from a value on, a grade's bound, a cut-off of the barometer.</summary>
public sealed record ScoreRuleRow
{
    public long Id { get; init; }
    public string SetCode { get; init; } = "";
    public ScoreScale Scale { get; init; }
    public string Step { get; init; } = "";
    public decimal? AtLeast { get; init; }
    public decimal? Points { get; init; }
    public string Source { get; init; } = "";
    public string Confidence { get; init; } = "";
}

/// <summary>What a barometer issue says of one subject and indicator, with the issue before. Levels: 1 worst … 3, null not predicted.</summary>
public sealed record BarometerFeedRow
{
    public long Id { get; init; }
    public long IssueId { get; init; }
    public string IssueNumber { get; init; } = "";
    public DateOnly IssuedOn { get; init; }
    public string IssuedBy { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public string RegionName { get; init; } = "";
    public int Year { get; init; }
    public SubjectKind SubjectKind { get; init; }
    public string SubjectCode { get; init; } = "";
    public string SubjectName { get; init; } = "";
    public string? InstitutionCode { get; init; }
    public Indicator Indicator { get; init; }
    public string? PlanCode { get; init; }
    public int? AnnualLevel { get; init; }
    public int? PlanLevel { get; init; }
    public int? TotalLevel { get; init; }
    public int? PreviousAnnualLevel { get; init; }
    public int? PreviousPlanLevel { get; init; }
    public int? PreviousTotalLevel { get; init; }
    public long? PlanScoreId { get; init; }
    public bool IsCurrent { get; init; }
}
