namespace BuildingQuota.Domain.Institutions;

/// <summary>机关事务管理局: issues the notices of a region. Regions without one are served by the nearest above.</summary>
public sealed class Bureau
{
    public required string RegionCode { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    /// <summary>机关代字, the first part of a document number: <c>塔地机管</c>.</summary>
    public required string DocumentCode { get; init; }

    public string? Address { get; init; }

    public string? Contact { get; init; }

    public string? Phone { get; init; }
}
