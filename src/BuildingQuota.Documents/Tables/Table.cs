using BuildingQuota.Documents.Letters;

namespace BuildingQuota.Documents.Tables;

/// <summary>How a column's cells stand between its borders.</summary>
public enum Align
{
    /// <summary>From the left border.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>To the right border.</summary>
    Right,

    /// <summary>Decimal points under each other; words in the middle.</summary>
    Point,
}

/// <summary>A column: its head, its share of the width relative to the others, its alignment.</summary>
public sealed record Column(string Title, double Weight = 1, Align Align = Align.Left);

/// <summary>A table as wide as the type area. Its head is drawn again on every page it reaches; a row is not parted unless it is longer
/// than a page.</summary>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    /// <summary>Centred above the table.</summary>
    public string? Caption { get; init; }

    /// <summary>At the right above the table, as 单位：kgce.</summary>
    public string? Unit { get; init; }

    /// <summary>Type size in points: 12 is 小四, 10.5 五号.</summary>
    public double Size { get; init; } = 12;
}
