using BuildingQuota.Domain.Buildings;
using BuildingQuota.Features.Evaluations;

namespace BuildingQuota.Features.Buildings;

/// <summary>A building in a list, with its energy per area (kgce/m²) and how it stood in the latest closed year.</summary>
public sealed record BuildingRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required BuildingKind Kind { get; init; }

    public required string InstitutionCode { get; init; }

    public required string InstitutionName { get; init; }

    public required decimal GrossAreaM2 { get; init; }

    public required HeatingType HeatingType { get; init; }

    public required DateOnly? InServiceTo { get; init; }

    public required decimal? EnergyPerArea { get; init; }

    /// <summary>Over all its indicators; null when the year was not evaluated.</summary>
    public Standing? Standing { get; init; }
}
