namespace BuildingQuota.Domain.Institutions;

/// <summary>Level of an administrative region; institutions use the same words without <see cref="Nation"/>.</summary>
public enum AdministrativeLevel { Nation, Province, Prefecture, County, Township }

/// <summary>An administrative region by its code of GB/T 2260.</summary>
public sealed class Region
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required AdministrativeLevel Level { get; init; }

    public string? ParentCode { get; init; }

    /// <summary>Codes from the root down, each ended by a slash (<c>100000/650000/654200/</c>): a subtree is a prefix.</summary>
    public required string Path { get; init; }
}
