namespace BuildingQuota.Oracle.Calculation;

/// <summary>One row of YearVerdicts, rounded as on the wire (design §4.3).</summary>
public sealed record Verdict(string SubjectKind, string SubjectCode, int Year, string Indicator)
{
    public decimal? Actual { get; init; }
    public decimal Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public string? TierName { get; init; }
    public decimal? OverrunAmount { get; init; }
    public decimal? OverrunPercent { get; init; }
    public string Sufficiency { get; init; } = "Sufficient";
    public decimal? LowerBound { get; init; }
    public decimal? UpperBound { get; init; }
    public decimal EstimatedShare { get; init; }
    public bool PartialYear { get; init; }
    public decimal? PlanActual { get; init; }
    public decimal? BaseValue { get; init; }
    public decimal? TargetValue { get; init; }
    public decimal? OriginalTargetValue { get; init; }
    public bool? TargetMet { get; init; }
    public decimal? ChangeFromBasePercent { get; init; }
}
