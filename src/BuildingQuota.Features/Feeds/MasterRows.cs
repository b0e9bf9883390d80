using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Features.Feeds;

/// <summary>A region of the administrative tree.</summary>
public sealed record RegionRow
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public AdministrativeLevel Level { get; init; }
    public string? ParentCode { get; init; }
}

/// <summary>A public institution.</summary>
public sealed record InstitutionRow
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public InstitutionKind Kind { get; init; }
    public AdministrativeLevel Level { get; init; }
    public HospitalGrade? Grade { get; init; }
    public string RegionCode { get; init; } = "";
    public string RegionName { get; init; } = "";
    public string? ParentCode { get; init; }
    public ClimateZone? ClimateZone { get; init; }
}

/// <summary>A building with its first areas; later ones are in FloorAreas.</summary>
public sealed record BuildingRow
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public BuildingKind Kind { get; init; }
    public decimal GrossAreaM2 { get; init; }
    public decimal HeatedAreaM2 { get; init; }
    public HeatingType HeatingType { get; init; }
    public DateOnly InServiceFrom { get; init; }
    public DateOnly? InServiceTo { get; init; }
}

/// <summary>A meter; one with a ParentCode counts what its main meter counts too.</summary>
public sealed record MeterRow
{
    public string Code { get; init; } = "";
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public string? BuildingCode { get; init; }
    public string? BuildingName { get; init; }
    public string? ParentCode { get; init; }
    public Carrier Carrier { get; init; }
    public string Unit { get; init; } = "";
    public MeterPurpose Purpose { get; init; }
    public decimal Multiplier { get; init; }
    public DateOnly ActiveFrom { get; init; }
    public DateOnly? ActiveTo { get; init; }
}

/// <summary>Areas of a building from a day on, until the next row.</summary>
public sealed record FloorAreaRow
{
    public long Id { get; init; }
    public string BuildingCode { get; init; } = "";
    public string BuildingName { get; init; } = "";
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public DateOnly From { get; init; }
    public decimal GrossAreaM2 { get; init; }
    public decimal HeatedAreaM2 { get; init; }
    public decimal DataCentreAreaM2 { get; init; }
    public decimal CanteenAreaM2 { get; init; }
    public decimal LetAreaM2 { get; init; }
    public string? Reason { get; init; }
    public long ImportId { get; init; }
}

/// <summary>An institution's use of a part of another's building, from a day to the first day out; its name is null outside the reader's scope.</summary>
public sealed record OccupancyRow
{
    public long Id { get; init; }
    public string BuildingCode { get; init; } = "";
    public string InstitutionCode { get; init; } = "";
    public string? InstitutionName { get; init; }
    public decimal AreaM2 { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public long ImportId { get; init; }
}

/// <summary>People (or beds) of an institution from a day on, until the next row of the same basis.</summary>
public sealed record HeadcountRow
{
    public long Id { get; init; }
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public DateOnly From { get; init; }
    public decimal Persons { get; init; }
    public HeadcountBasis Basis { get; init; }
    public string? Reason { get; init; }
    public long ImportId { get; init; }
}
