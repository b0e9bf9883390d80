using BuildingQuota.Domain.Institutions;
using BuildingQuota.Features.Evaluations;

namespace BuildingQuota.Features.Institutions;

/// <summary>An institution in a list, with its energy per area (kgce/m²) and how it stood in the latest closed year.</summary>
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

    /// <summary>Over all its indicators; null when the year was not evaluated.</summary>
    public Standing? Standing { get; init; }
}
