namespace BuildingQuota.Data.Seeding;

/// <summary>A reference file as it was last loaded; unchanged ones are passed over at start.</summary>
internal sealed class SeedFile
{
    public required string Name { get; init; }

    /// <summary>SHA-256 (hex) of the bytes.</summary>
    public required string Sha256 { get; set; }

    public required DateTimeOffset LoadedAt { get; set; }
}
