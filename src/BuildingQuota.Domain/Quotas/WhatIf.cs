using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;

namespace BuildingQuota.Domain.Quotas;

/// <summary>What is tried: another set of quotas, or another decline of a plan.</summary>
public enum WhatIfKind { QuotaSet, PlanRate }

/// <summary>
/// What would become of a verdict: over means above 约束值, or above the plan's target. <see cref="Unjudged"/>: the stored figures do not
/// say.
/// </summary>
public enum WhatIfOutcome { Same, NewlyOver, NoLongerOver, OtherTier, NewlyJudged, NoLongerJudged, Unjudged }

/// <summary>A trial on a closed year (field §4.9; docs/rules/what-if.md): kept to be shown, and nothing else is changed by it.</summary>
public sealed class WhatIfRun
{
    public required long Id { get; init; }

    public required WhatIfKind Kind { get; init; }

    public required string RegionCode { get; init; }

    public required int Year { get; init; }

    /// <summary>The set that is tried, or the plan.</summary>
    public required string Tried { get; init; }

    /// <summary>The zone (of a set that takes no other's place), or rate and path (of a plan); null when nothing had to be said.</summary>
    public string? Terms { get; init; }

    /// <summary>The set whose place it takes; null when it is tried as the region's own adoption.</summary>
    public string? InPlaceOf { get; init; }

    public required int Judged { get; init; }

    public required int Changed { get; init; }

    public required int NewlyOver { get; init; }

    public required int NoLongerOver { get; init; }

    public required string RunBy { get; init; }

    public required DateTimeOffset RunAt { get; init; }

    public required string ScopePath { get; init; }
}

/// <summary>One verdict of the year beside what the trial would make of it.</summary>
public sealed class WhatIfRow
{
    public required long Id { get; init; }

    public required long RunId { get; init; }

    /// <summary>The verdict that it is compared with; it stays as it is.</summary>
    public required long VerdictId { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string SubjectCode { get; init; }

    public required string SubjectName { get; init; }

    public required string InstitutionCode { get; init; }

    public required InstitutionKind InstitutionKind { get; init; }

    public required string RegionCode { get; init; }

    public required Indicator Indicator { get; init; }

    public required string Unit { get; init; }

    public decimal? PresentActual { get; init; }

    public decimal? PresentLimit { get; init; }

    public TierName? PresentTier { get; init; }

    public required string PresentSet { get; init; }

    public decimal? TriedActual { get; init; }

    public decimal? TriedLimit { get; init; }

    public TierName? TriedTier { get; init; }

    public required string TriedSet { get; init; }

    /// <summary>Where the numerator in the tried set came from: the verdict, or the monthly facts times that set's coefficients.</summary>
    public required string NumeratorFrom { get; init; }

    public required WhatIfOutcome Outcome { get; init; }

    /// <summary>Why it is not judged; empty when it is.</summary>
    public required string Reason { get; init; }

    /// <summary>Above the tried limit, in percent of it; null when not over.</summary>
    public decimal? TriedOverrunPercent { get; init; }

    public decimal? PresentOverrunPercent { get; init; }

    public required string ScopePath { get; init; }
}
