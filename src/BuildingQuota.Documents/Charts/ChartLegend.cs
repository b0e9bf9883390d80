using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Typesetting;

namespace BuildingQuota.Documents.Charts;

/// <summary>The unit at the left and, at the right, each series' swatch and name, as the chart draws them.</summary>
internal sealed class ChartLegend(ColumnChart chart, Typesetter typesetter, TextStyle style)
{
    public const double LineThickness = 1.3;
    private const double Swatch = 16, Gap = 4, Between = 14;

    public static IReadOnlyList<double> LineDash { get; } = [5, 2];

    public void Draw(Sheet sheet, double top)
    {
        sheet.Text(BoxKind.ChartText, typesetter.Line(chart.Unit, style), PageGrid.Left, top);
        var right = PageGrid.Right;
        if (chart.Line is { } line)
            right = Entry(sheet, line.Name, right, top, (x, y) =>
                new Stroke([(x, y + 4), (x + Swatch, y + 4)], LineThickness, Ink.Black) { Dash = LineDash });
        right = Entry(sheet, chart.Columns.Name, right, top, (x, y) => new Fill(x, y, Swatch, 8, Ink.Grey(0.35)));
        if (chart.Ghost is { } ghost)
            Entry(sheet, ghost.Name, right, top, (x, y) => new Hatch(x, y, Swatch, 8, 3, Ink.Grey(0.55)));
    }

    /// <summary>Sets one entry to the left of <paramref name="right"/>; returns where the next one ends.</summary>
    private double Entry(Sheet sheet, string name, double right, double top, Func<double, double, Mark> swatch)
    {
        var label = typesetter.Line(name, style);
        var left = right - label.Width - Gap - Swatch;
        sheet.Marks.Add(swatch(left, top + 1));
        sheet.Text(BoxKind.ChartText, label, right - label.Width, top);
        return left - Between;
    }
}
