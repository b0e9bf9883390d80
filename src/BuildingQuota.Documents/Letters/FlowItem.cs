using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Letters;

/// <summary>A strip across the type area that is never parted; <paramref name="Draw"/> gets the sheet and the strip's top.</summary>
internal sealed record FlowItem(double Height, Action<Sheet, double> Draw)
{
    /// <summary>Begins on a line of the 22-line grid.</summary>
    public bool OnGrid { get; init; }

    /// <summary>Not the last thing on a page.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Never the first thing on a page.</summary>
    public bool NeverFirst { get; init; }

    /// <summary>Dropped at the top of a page.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Begins a new page.</summary>
    public bool OnNewPage { get; init; }

    /// <summary>Drawn again above this strip when a page break falls before it.</summary>
    public FlowItem? Header { get; init; }

    public static FlowItem Blank(double lines = 1) => new(lines * PageGrid.Pitch, (_, _) => { }) { IsBlank = true, OnGrid = true };
}
