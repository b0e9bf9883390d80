using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Domain.Quotas;

/// <summary>One class's limits in one table of a standard. A null attribute means the table does not ask for it.</summary>
public sealed class Quota
{
    public required long Id { get; init; }

    public required string StandardCode { get; init; }

    public required string Table { get; init; }

    public required InstitutionKind InstitutionKind { get; init; }

    public AdministrativeLevel? Level { get; init; }

    public HospitalGrade? Grade { get; init; }

    public string? Zone { get; init; }

    public HeatingType? HeatingType { get; init; }

    public required Indicator Indicator { get; init; }

    public required string Unit { get; init; }

    /// <summary>约束值 (water: 通用值).</summary>
    public required decimal Constraint { get; init; }

    /// <summary>基准值; null in two-tier tables.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>引导值 (water: 先进值).</summary>
    public required decimal Guiding { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }

    /// <summary>The set that the row says it was calibrated with; null: that of its standard.</summary>
    public string? CoefficientSet { get; init; }
}

/// <summary>A region's decision to judge its institutions by a standard from a day on; binds its subtree, the nearest wins.</summary>
public sealed class Adoption
{
    public required long Id { get; init; }

    public required string RegionCode { get; init; }

    public required string StandardCode { get; init; }

    public string? Zone { get; init; }

    public required DateOnly From { get; init; }
}
