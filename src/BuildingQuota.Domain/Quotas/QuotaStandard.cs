using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Domain.Quotas;

/// <summary>A published quota standard, bound to the coefficient set that it was calibrated with.</summary>
public sealed class QuotaStandard
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? Issuer { get; init; }

    public DateOnly? EffectiveFrom { get; init; }

    public required string CoefficientSet { get; init; }

    /// <summary>Zone words of the standard, separated by spaces; empty when it has none.</summary>
    public string? Zones { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }
}

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
