using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;

namespace BuildingQuota.Features.Buildings;

/// <summary>A building in a list, with how it stood in energy per area (kgce/m²) in the latest closed year.</summary>
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

    public required TierName? Tier { get; init; }

    /// <summary>Null when the year was not evaluated.</summary>
    public required Sufficiency? Sufficiency { get; init; }
}
