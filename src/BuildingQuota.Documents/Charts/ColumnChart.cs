using BuildingQuota.Documents.Letters;

namespace BuildingQuota.Documents.Charts;

/// <summary>Named values, one a category; null is not known, and is shown as a gap, never as zero.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>How a chart's line goes from one category to the next.</summary>
public enum LineShape
{
    /// <summary>Level over each category: a budget by month.</summary>
    Steps,

    /// <summary>From point to point: a path by year.</summary>
    Joined,
}

/// <summary>Columns by category against a line, with the values of before as a pale ghost: months against a budget, years against a
/// plan's path.
/// Told apart by tone, hatching and dashes, so that it reads in black and white.</summary>
public sealed record ColumnChart(IReadOnlyList<string> Categories, ChartSeries Columns, string Unit) : Block
{
    /// <summary>Centred above the chart.</summary>
    public string? Caption { get; init; }

    /// <summary>What the columns are held against.</summary>
    public ChartSeries? Line { get; init; }

    /// <summary>How the line goes.</summary>
    public LineShape LineShape { get; init; }

    /// <summary>Last year's values, for example.</summary>
    public ChartSeries? Ghost { get; init; }

    /// <summary>Written where a column is missing; 缺 or n/a, by the letter's language, unless said otherwise.</summary>
    public string? MissingLabel { get; init; }

    /// <summary>How many categories, from the first, are due by now: later ones are not missing, only not yet there. Null: all.</summary>
    public int? Due { get; init; }

    /// <summary>Height in lines of the page's grid.</summary>
    public int Lines { get; init; } = 7;
}
