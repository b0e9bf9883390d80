using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Feeds;

/// <summary>One subject, year and indicator, judged; the current verdict.</summary>
public sealed record YearVerdictRow
{
    public long Id { get; init; }
    public SubjectKind SubjectKind { get; init; }
    public string SubjectCode { get; init; } = "";
    public string SubjectName { get; init; } = "";
    public string? InstitutionCode { get; init; }
    public string RegionCode { get; init; } = "";
    public int Year { get; init; }
    public Indicator Indicator { get; init; }
    public decimal? Actual { get; init; }
    public string Unit { get; init; } = "";
    public decimal Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public TierName? TierName { get; init; }
    public decimal? Constraint { get; init; }
    public decimal? Baseline { get; init; }
    public decimal? Guiding { get; init; }
    public decimal? OverrunAmount { get; init; }
    public decimal? OverrunPercent { get; init; }
    public decimal? PlanActual { get; init; }
    public decimal? BaseValue { get; init; }
    public decimal? TargetValue { get; init; }
    public decimal? OriginalTargetValue { get; init; }
    public bool? TargetMet { get; init; }
    public decimal? ChangeFromBasePercent { get; init; }
    public Sufficiency Sufficiency { get; init; }
    public decimal? LowerBound { get; init; }
    public decimal? UpperBound { get; init; }
    public bool PartialYear { get; init; }
    public decimal EstimatedShare { get; init; }
    public bool Provisional { get; init; }
    public string CoefficientSet { get; init; } = "";
    public string FactorSet { get; init; } = "";
    public string? QuotaStandard { get; init; }
    public string? PlanCode { get; init; }
    public long EvaluationId { get; init; }
    public decimal? PhysicalAmount { get; init; }
    public decimal StatisticalAmount { get; init; }
    public decimal AssessedAmount { get; init; }
    public string? RuleSet { get; init; }
}

/// <summary>A missing bill that an undetermined verdict waits for.</summary>
public sealed record DecidingBillRow
{
    public long Id { get; init; }
    public long VerdictId { get; init; }
    public SubjectKind SubjectKind { get; init; }
    public string SubjectCode { get; init; } = "";
    public string SubjectName { get; init; } = "";
    public string InstitutionCode { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public int Year { get; init; }
    public Indicator Indicator { get; init; }
    public string IndicatorUnit { get; init; } = "";
    public int Rank { get; init; }
    public string? MeterCode { get; init; }
    public DateOnly MissingFrom { get; init; }
    public DateOnly MissingUntil { get; init; }
    public int MissingDays { get; init; }
    public decimal? QuantityAtMost { get; init; }
    public decimal? AmountAtMost { get; init; }
    public decimal? IndicatorAtMost { get; init; }
    public bool DecidesAlone { get; init; }
    public bool DecidesTogether { get; init; }
    public long EvaluationId { get; init; }
}

/// <summary>A verdict beside the earlier one whose place it took.</summary>
public sealed record VerdictRevisionRow
{
    public long Id { get; init; }
    public SubjectKind SubjectKind { get; init; }
    public string SubjectCode { get; init; } = "";
    public string SubjectName { get; init; } = "";
    public string? InstitutionCode { get; init; }
    public string RegionCode { get; init; } = "";
    public int Year { get; init; }
    public Indicator Indicator { get; init; }
    public string Unit { get; init; } = "";
    public DateTimeOffset RevisedAt { get; init; }
    public RevisionDirection Direction { get; init; }
    public decimal? ActualBefore { get; init; }
    public decimal? Actual { get; init; }
    public decimal NumeratorBefore { get; init; }
    public decimal Numerator { get; init; }
    public decimal? DenominatorBefore { get; init; }
    public decimal? Denominator { get; init; }
    public TierName? TierNameBefore { get; init; }
    public TierName? TierName { get; init; }
    public Sufficiency SufficiencyBefore { get; init; }
    public Sufficiency Sufficiency { get; init; }
    public long SupersededEvaluationId { get; init; }
    public long EvaluationId { get; init; }
    public bool IsCurrent { get; init; }
}

/// <summary>A stored run over one subject and year; its proof sheet is the stream Trace.</summary>
public sealed record EvaluationRow
{
    public long Id { get; init; }
    public SubjectKind SubjectKind { get; init; }
    public string SubjectCode { get; init; } = "";
    public string? InstitutionCode { get; init; }
    public string RegionCode { get; init; } = "";
    public int Year { get; init; }
    public DateTimeOffset EvaluatedAt { get; init; }
    public string EngineVersion { get; init; } = "";
    public string InputHash { get; init; } = "";
    public bool IsCurrent { get; init; }
    public long? SupersedesId { get; init; }
}
