using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>Where a value stands among the tiers; a value on a limit has not crossed it (domain §4.2).</summary>
public enum TierName { NoQuota, OverConstraint, WithinConstraint, WithinBaseline, BetterThanGuiding }

/// <summary>May the value be judged? When not, what the bounds say (field §4.3).</summary>
public enum Sufficiency { Sufficient, OverWhateverIsMissing, WithinWhateverIsMissing, Undetermined }

/// <summary>One subject, year and indicator, judged: the row as shown. Values are rounded once, here; the judgement was made on exact ones.</summary>
public sealed class YearVerdict
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

    public required Indicator Indicator { get; init; }

    /// <summary>Null when days are missing beyond the allowance: then only the bounds speak.</summary>
    public decimal? Actual { get; init; }

    public required string Unit { get; init; }

    public required decimal Numerator { get; init; }

    public decimal? Denominator { get; init; }

    /// <summary>Null when the bounds do not agree on a tier.</summary>
    public required TierName? TierName { get; init; }

    public decimal? Constraint { get; init; }

    public decimal? Baseline { get; init; }

    public decimal? Guiding { get; init; }

    /// <summary>Numerator above constraint × denominator; null when not over.</summary>
    public decimal? OverrunAmount { get; init; }

    public decimal? OverrunPercent { get; init; }

    /// <summary>All that was used, PV self-use in, in set STAT; null in verdicts older than the figure.</summary>
    public decimal? PhysicalAmount { get; init; }

    /// <summary>Numerator in set STAT, as plans and regions use it; with its bounds when days are missing (high null: no bound is known).</summary>
    public required decimal StatNumerator { get; init; }

    public decimal? StatNumeratorLow { get; init; }

    public decimal? StatNumeratorHigh { get; init; }

    /// <summary>The indicator in set STAT, as plans use it.</summary>
    public decimal? PlanActual { get; init; }

    public decimal? BaseValue { get; init; }

    public decimal? TargetValue { get; init; }

    public decimal? OriginalTargetValue { get; init; }

    public bool? TargetMet { get; init; }

    /// <summary>Negative when consumption fell.</summary>
    public decimal? ChangeFromBasePercent { get; init; }

    public required Sufficiency Sufficiency { get; init; }

    public decimal? LowerBound { get; init; }

    public decimal? UpperBound { get; init; }

    public required bool PartialYear { get; init; }

    public required decimal EstimatedShare { get; init; }

    /// <summary>More of it is estimated than the rule set allows a firm verdict.</summary>
    public bool Provisional { get; init; }

    public required string CoefficientSet { get; init; }

    public required string FactorSet { get; init; }

    public string? QuotaStandard { get; init; }

    public string? PlanCode { get; init; }

    /// <summary>The rule set that it was assessed by; null in verdicts older than rule sets.</summary>
    public string? RuleSet { get; init; }

    /// <summary>False once a later evaluation of the same subject and year has taken its place.</summary>
    public required bool IsCurrent { get; init; }
}
