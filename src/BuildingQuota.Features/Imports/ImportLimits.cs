namespace BuildingQuota.Features.Imports;

/// <summary>How much one file may hold. Checked while reading, so that no file can take the memory of the whole program.</summary>
public sealed record ImportLimits
{
    /// <summary>For the program; the page takes less in one upload.</summary>
    public int Bytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Without the header and without blank rows.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>Rows with the blank ones: those of a spreadsheet.</summary>
    public int SheetRows { get; init; } = 1_048_576;

    public int Columns { get; init; } = 200;

    public int CellLength { get; init; } = 32_767;

    public int ZipEntries { get; init; } = 2_000;

    public long ExpandedBytes { get; init; } = 256L * 1024 * 1024;
}
