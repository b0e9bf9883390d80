namespace BuildingQuota.Domain.Institutions;

/// <summary>What an institution is for: with level, grade and zone it decides the quota class (domain §4).</summary>
public enum InstitutionKind
{
    Agency, University, College, VocationalSchool, BoardingSchool, School, Kindergarten, Hospital,
    Library, Archive, Museum, Theatre, Gymnasium, ScienceCentre, ServiceHall, Other,
}

/// <summary>Hospital grade (三级, 二级, 一级).</summary>
public enum HospitalGrade { Grade3, Grade2, Grade1 }

/// <summary>Building climate zone of GB 50176.</summary>
public enum ClimateZone { SevereCold, Cold, HotSummerColdWinter, HotSummerWarmWinter, Mild }

/// <summary>公共机构: a public body that uses energy within a quota and answers to the bureau of its region.</summary>
public sealed class Institution
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required InstitutionKind Kind { get; init; }

    public required AdministrativeLevel Level { get; init; }

    public HospitalGrade? Grade { get; init; }

    public required string RegionCode { get; init; }

    public string? ParentCode { get; init; }

    public ClimateZone? ClimateZone { get; init; }

    /// <summary>Path of its region: who may see the institution is decided by this and by <see cref="Code"/> alone.</summary>
    public required string RegionPath { get; init; }
}
