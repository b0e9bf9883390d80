using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Planning;

/// <summary>How a cumulative decline is spread over the years (domain §5.2).</summary>
public enum TargetPath { Geometric, Linear }

/// <summary>A five-year plan that binds a region's subtree.</summary>
public sealed class Plan
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string RegionCode { get; init; }

    public required int BaseYear { get; init; }

    public required int EndYear { get; init; }

    public required TargetPath Path { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }
}

/// <summary>The plan's cumulative decline of one indicator by its end year, in percent.</summary>
public sealed class PlanTarget
{
    public required long Id { get; init; }

    public required string PlanCode { get; init; }

    public required Indicator Indicator { get; init; }

    public required decimal CumulativeRatePercent { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }
}

/// <summary>What a figure is about.</summary>
public enum SubjectKind { Institution, Building, Region }

/// <summary>The base year's value of a subject, in coefficient set STAT, where the base year's own bills are not here.</summary>
public sealed class PlanBase
{
    public required long Id { get; init; }

    public required string PlanCode { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string SubjectCode { get; init; }

    /// <summary>The subject's institution, for row scope; null for a region.</summary>
    public string? InstitutionCode { get; init; }

    public required Indicator Indicator { get; init; }

    public required decimal BaseValue { get; init; }

    public required string Source { get; init; }

    public required long ImportId { get; init; }

    public long? SupersededById { get; init; }
}
