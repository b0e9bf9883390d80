namespace BuildingQuota.Features.Imports;

/// <summary>How much one file may hold. Checked while reading, so that no file can take the memory of the whole program.</summary>
public sealed record ImportLimits
{
    public int Bytes { get; init; } = 20 * 1024 * 1024;

    public int Rows { get; init; } = 200_000;

    public int Columns { get; init; } = 200;

    public int CellLength { get; init; } = 32_767;

    public int ZipEntries { get; init; } = 2_000;

    public long ExpandedBytes { get; init; } = 256L * 1024 * 1024;
}
