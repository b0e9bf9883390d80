using BuildingQuota.Documents.Typesetting;
using static BuildingQuota.Documents.Paper.Length;

namespace BuildingQuota.Documents.Paper;

/// <summary>One A4 page being drawn: marks for the PDF, boxes for the report.</summary>
internal sealed class Sheet(int number)
{
    public static readonly double Width = Millimetres(210), Height = Millimetres(297);
    private readonly List<PlacedBox> _boxes = [];

    public int Number { get; } = number;

    public List<Mark> Marks { get; } = [];

    public PageReport Report() => new(Number, _boxes);

    /// <summary>Sets a line so that its em box begins at (<paramref name="x"/>, <paramref name="top"/>); the box is as wide as the
    /// line.</summary>
    public void Text(BoxKind kind, SetLine line, double x, double top)
    {
        foreach (var run in line.Runs)
            Marks.Add(run with { X = x + run.X, Baseline = top + line.Ascent });
        _boxes.Add(new PlacedBox(kind, line.Text, InMillimetres(x), InMillimetres(top), InMillimetres(line.Width), InMillimetres(line.Size))
        {
            Face = line.Runs.Count > 0 ? line.Runs[0].Face.Name : "",
            Size = line.Size,
            Ink = line.Ink,
        });
    }

    public void Box(BoxKind kind, double x, double y, double width, double height, Ink ink = default) =>
        _boxes.Add(new PlacedBox(kind, "", InMillimetres(x), InMillimetres(y), InMillimetres(width), InMillimetres(height)) { Ink = ink });

    public void Box(PlacedBox box) => _boxes.Add(box);

    /// <summary>A horizontal bar whose upper edge is at <paramref name="top"/>.</summary>
    public void Bar(BoxKind kind, double x, double top, double width, double thickness, Ink ink)
    {
        Marks.Add(new Fill(x, top, width, thickness, ink));
        Box(kind, x, top, width, thickness, ink);
    }

    public void Rule(double x1, double y1, double x2, double y2, double thickness = 0.5) =>
        Marks.Add(new Stroke([(x1, y1), (x2, y2)], thickness, Ink.Black));
}
