using System.Globalization;
using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Typesetting;
using static BuildingQuota.Documents.Paper.Length;

namespace BuildingQuota.Documents.Charts;

/// <summary>Draws a column chart as vectors: axis, grid, ghost, columns, line, legend.</summary>
internal sealed class ChartDrawing(ColumnChart chart, BodyFlow flow)
{
    private const double Size = 9, LegendHeight = 18, LabelHeight = 22, CaptionSize = 12, AxisGap = 4;

    /// <summary>White around the line, so that it is seen on dark columns too.</summary>
    private const double HaloThickness = 2;
    private static readonly Ink ColumnInk = Ink.Grey(0.35), GhostInk = Ink.Grey(0.55), GridInk = Ink.Grey(0.8);
    private readonly TextStyle _style = new(FontRole.Chart, Size);
    private readonly Scale _scale = Scale.Over(Known(chart.Columns).Concat(Known(chart.Ghost)).Concat(Known(chart.Line)));

    public IEnumerable<FlowItem> Items()
    {
        RequireWhole(chart.Columns);
        RequireWhole(chart.Ghost);
        RequireWhole(chart.Line);
        if (chart.Caption is { } text)
            foreach (var line in flow.Caption(text, "", CaptionSize)) yield return line;
        yield return new FlowItem(chart.Lines * PageGrid.Pitch, Draw) { OnGrid = true };
    }

    private void Draw(Sheet sheet, double top)
    {
        var height = chart.Lines * PageGrid.Pitch;
        sheet.Box(BoxKind.Chart, PageGrid.Left, top, PageGrid.Width, height);
        var ticks = _scale.Ticks().Select(t => (Value: t, Line: flow.Typesetter.Line(Number(t), _style))).ToList();
        var left = PageGrid.Left + ticks.Max(t => t.Line.Width) + AxisGap;
        var plotHeight = height - LegendHeight - LabelHeight;
        var plot = new Plot(left, top + LegendHeight, PageGrid.Right - left, plotHeight, chart.Categories.Count, _scale);
        foreach (var (value, line) in ticks) DrawTick(sheet, plot, value, line);
        new ChartLegend(chart, flow.Typesetter, _style).Draw(sheet, top);
        DrawSeries(sheet, plot);
        DrawCategories(sheet, plot);
        if (chart.Line is { } series) DrawLine(sheet, plot, series);
    }

    private static void DrawTick(Sheet sheet, Plot plot, decimal value, SetLine label)
    {
        var y = plot.Y(value);
        sheet.Marks.Add(new Stroke([(plot.Left, y), (plot.Right, y)], value == 0 ? 0.8 : 0.3, value == 0 ? Ink.Black : GridInk));
        sheet.Text(BoxKind.ChartText, label, plot.Left - AxisGap - label.Width, y - (Size / 2));
    }

    private void DrawSeries(Sheet sheet, Plot plot)
    {
        var hasGhost = chart.Ghost is not null;
        var width = plot.Slot * (hasGhost ? 0.38 : 0.56);
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var left = plot.SlotLeft(i) + ((plot.Slot - (hasGhost ? 2 * width : width)) / 2);
            if (hasGhost && chart.Ghost!.Values[i] is { } before) DrawGhost(sheet, plot, left, width, before);
            var at = hasGhost ? left + width : left;
            if (chart.Columns.Values[i] is { } value) DrawColumn(sheet, plot, (at, width), value, chart.Categories[i]);
            else if (i < (chart.Due ?? int.MaxValue)) DrawMissing(sheet, plot, at + (width / 2));
        }
    }

    private static void DrawGhost(Sheet sheet, Plot plot, double left, double width, decimal value)
    {
        var (top, height) = plot.Column(value);
        sheet.Marks.Add(new Hatch(left, top, width, height, 3, GhostInk));
        sheet.Marks.Add(new Stroke([(left, top + height), (left, top), (left + width, top), (left + width, top + height)], 0.5, GhostInk));
    }

    private static void DrawColumn(Sheet sheet, Plot plot, (double Left, double Width) slot, decimal value, string category)
    {
        var (top, height) = plot.Column(value);
        sheet.Marks.Add(new Fill(slot.Left, top, slot.Width, height, ColumnInk));
        sheet.Box(new PlacedBox(BoxKind.ChartColumn, category,
            InMillimetres(slot.Left), InMillimetres(top), InMillimetres(slot.Width), InMillimetres(height)) { Ink = ColumnInk });
    }

    private void DrawMissing(Sheet sheet, Plot plot, double middle)
    {
        var label = flow.Typesetter.Line(chart.MissingLabel ?? flow.Wording.Missing, _style);
        sheet.Text(BoxKind.ChartText, label, middle - (label.Width / 2), plot.Y(0) - Size - 2);
    }

    private void DrawCategories(Sheet sheet, Plot plot)
    {
        var labels = chart.Categories.Select(c => flow.Typesetter.Line(c, _style)).ToList();
        var every = (int)Math.Ceiling((labels.Max(l => l.Width) + 2) / plot.Slot);
        for (var i = 0; i < labels.Count; i += every)
        {
            var label = labels[i];
            sheet.Text(BoxKind.ChartText, label, plot.SlotLeft(i) + ((plot.Slot - label.Width) / 2), plot.Bottom + AxisGap);
        }
    }

    /// <summary>A missing value parts the line.</summary>
    private void DrawLine(Sheet sheet, Plot plot, ChartSeries series)
    {
        var points = new List<(double X, double Y)>();
        for (var i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is not { } value) Flush();
            else if (chart.LineShape == LineShape.Joined) points.Add((plot.SlotLeft(i) + (plot.Slot / 2), plot.Y(value)));
            else points.AddRange([(plot.SlotLeft(i), plot.Y(value)), (plot.SlotLeft(i) + plot.Slot, plot.Y(value))]);
        }
        Flush();

        void Flush()
        {
            if (points.Count == 0) return;
            sheet.Marks.Add(new Stroke([.. points], ChartLegend.LineThickness + HaloThickness, Ink.White));
            sheet.Marks.Add(new Stroke([.. points], ChartLegend.LineThickness, Ink.Black) { Dash = ChartLegend.LineDash });
            if (chart.LineShape == LineShape.Joined)
                foreach (var (x, y) in points) sheet.Marks.Add(new Fill(x - 2, y - 2, 4, 4, Ink.Black));
            points.Clear();
        }
    }

    private void RequireWhole(ChartSeries? series)
    {
        if (chart.Categories.Count == 0) throw new ArgumentException("chart.empty: a chart needs at least one category.");
        if (series is not null && series.Values.Count != chart.Categories.Count)
            throw new ArgumentException($"chart.length-differs: {series.Name}: {series.Values.Count} values for "
                + $"{chart.Categories.Count} categories; say null for one not known.");
    }

    private static IEnumerable<decimal> Known(ChartSeries? series) => series?.Values.OfType<decimal>() ?? [];

    private static string Number(decimal value) => value.ToString("#,0.########", CultureInfo.InvariantCulture);
}
