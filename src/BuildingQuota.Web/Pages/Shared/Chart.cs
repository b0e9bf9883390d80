using System.Text.Json;
using System.Text.Json.Serialization;

namespace BuildingQuota.Web.Pages.Shared;

/// <summary>A chart and, from the same figures, its table: what _Chart.cshtml draws. A null value is a gap, never zero.</summary>
public sealed record Chart(string Id, string Title, string Unit, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public bool Horizontal { get; init; }

    /// <summary>Head of the first column of the table.</summary>
    public string LabelHead { get; init; } = "";

    public int Decimals { get; init; } = 2;

    /// <summary>The value axis begins near the lowest value, not at zero: for lines that lie close together.</summary>
    public bool Fit { get; init; }

    /// <summary>Where the axis of values begins when not at zero; the summary says so then.</summary>
    public decimal? Min { get; init; }

    /// <summary>One sentence that says what is to be seen, for those who do not see it.</summary>
    public string Summary { get; init; } = "";

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>One row of marks: bars (stacked with their like) or a line; the colour is a custom property of site.css.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values)
{
    public string Kind { get; init; } = "bar";

    public string? Stack { get; init; }

    public bool Dashed { get; init; }

    public bool Step { get; init; }

    public string? Marker { get; init; }

    public string? Colour { get; init; }

    /// <summary>One end of an interval, <c>low</c> or <c>high</c>: what lies between the two is shaded.</summary>
    public string? Band { get; init; }

    /// <summary>Carries the bars that are stacked upon it and is not seen itself, nor named in legend, tip and table.</summary>
    public bool Unseen { get; init; }
}
