using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Planning;

/// <summary>
/// A numbered, dated reading of how a region and its institutions stand under their plans (晴雨表). Never edited; the next issue of the
/// region supersedes it (docs/rules/barometer.md; domain §5.5, M32).
/// </summary>
public sealed class BarometerIssue
{
    public required long Id { get; init; }

    public required string RegionCode { get; init; }

    public required string RegionName { get; init; }

    /// <summary>The closed year that it reads.</summary>
    public required int Year { get; init; }

    /// <summary>The region's issues of a calendar year are numbered from 1 without gaps: <c>2026-1</c>.</summary>
    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string IssuedBy { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public string? Note { get; init; }
}

/// <summary>Warning levels on the three axes: 1 worst … 3, null not predicted, or not asked of the indicator.</summary>
public sealed record BarometerLevels(int? Annual, int? Plan, int? Total)
{
    public static BarometerLevels None { get; } = new(null, null, null);

    public bool AreKnown => Annual is not null || Plan is not null || Total is not null;

    /// <summary>The worst of the axes.</summary>
    public int? Worst => new[] { Annual, Plan, Total }.Min();
}

/// <summary>What an issue says of one subject and indicator, with what the issue before said.</summary>
public sealed class BarometerRow
{
    public required long Id { get; init; }

    public required long IssueId { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string SubjectCode { get; init; }

    public required string SubjectName { get; init; }

    /// <summary>The subject's institution, for row scope; null for a region.</summary>
    public string? InstitutionCode { get; init; }

    public required Indicator Indicator { get; init; }

    public string? PlanCode { get; init; }

    public int? AnnualLevel { get; init; }

    public int? PlanLevel { get; init; }

    public int? TotalLevel { get; init; }

    public int? PreviousAnnualLevel { get; init; }

    public int? PreviousPlanLevel { get; init; }

    public int? PreviousTotalLevel { get; init; }

    /// <summary>The score that it reads; null where there was none.</summary>
    public long? ScoreId { get; init; }

    public BarometerLevels Levels => new(AnnualLevel, PlanLevel, TotalLevel);

    public BarometerLevels Previous => new(PreviousAnnualLevel, PreviousPlanLevel, PreviousTotalLevel);
}
