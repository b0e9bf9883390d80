using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Features.Institutions;

/// <summary>An institution in a list, with how it stood in energy per area (kgce/m²) in the latest closed year.</summary>
public sealed record InstitutionRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required InstitutionKind Kind { get; init; }

    public required AdministrativeLevel Level { get; init; }

    public required string RegionCode { get; init; }

    public required string? RegionName { get; init; }

    public required int Buildings { get; init; }

    public required decimal? EnergyPerArea { get; init; }

    public required TierName? Tier { get; init; }

    /// <summary>Null when the year was not evaluated.</summary>
    public required Sufficiency? Sufficiency { get; init; }
}
