using System.Globalization;
using System.Text;
using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Pdf;

/// <summary>Writes a sheet's marks as PDF page operators (origin bottom left).</summary>
internal sealed class PageContent(Dictionary<Typeface, FontUse> fonts)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private readonly StringBuilder _out = new();

    public static byte[] Write(Sheet sheet, Dictionary<Typeface, FontUse> fonts)
    {
        var content = new PageContent(fonts);
        foreach (var mark in sheet.Marks) content.Draw(mark);
        return Encoding.ASCII.GetBytes(content._out.ToString());
    }

    private void Draw(Mark mark)
    {
        switch (mark)
        {
            case GlyphRun run: DrawText(run); break;
            case Fill fill: DrawFill(fill); break;
            case Stroke stroke: DrawStroke(stroke); break;
            case Hatch hatch: DrawHatch(hatch); break;
            default: throw new InvalidOperationException($"No operator draws {mark.GetType().Name}.");
        }
    }

    /// <summary>One TJ a run: each character by its own width, corrected where the layout wants it elsewhere.</summary>
    private void DrawText(GlyphRun run)
    {
        var use = fonts[run.Face];
        Colour(run.Ink, "rg");
        _out.Append(Invariant, $"BT {use.ResourceName} {N(run.Size)} Tf ");
        _out.Append(Invariant, $"{N(run.Stretch)} 0 0 1 {N(run.X)} {N(Sheet.Height - run.Baseline)} Tm [");
        var pen = 0;
        var isOpen = false;
        foreach (var glyph in run.Glyphs)
        {
            var wanted = (int)Math.Round(glyph.Offset * 1000 / run.Size, MidpointRounding.AwayFromZero);
            if (wanted != pen)
            {
                if (isOpen) _out.Append('>');
                _out.Append(Invariant, $"{pen - wanted}");
                isOpen = false;
            }
            if (!isOpen) _out.Append('<');
            isOpen = true;
            _out.Append(Invariant, $"{use.CodeOf(glyph.CodePoint):X4}");
            pen = wanted + run.Face.AdvanceOf(glyph.CodePoint);
        }
        _out.Append(isOpen ? ">] TJ ET\n" : "] TJ ET\n");
    }

    private void DrawFill(Fill fill)
    {
        Colour(fill.Ink, "rg");
        _out.Append(Invariant, $"{Rectangle(fill.X, fill.Y, fill.Width, fill.Height)} re f\n");
    }

    private void DrawStroke(Stroke stroke)
    {
        Colour(stroke.Ink, "RG");
        _out.Append(Invariant, $"{N(stroke.Thickness)} w [{string.Join(' ', stroke.Dash.Select(N))}] 0 d ");
        for (var i = 0; i < stroke.Points.Count; i++)
            _out.Append(Invariant, $"{N(stroke.Points[i].X)} {N(Sheet.Height - stroke.Points[i].Y)} {(i == 0 ? 'm' : 'l')} ");
        _out.Append("S\n");
    }

    private void DrawHatch(Hatch hatch)
    {
        _out.Append(Invariant, $"q {Rectangle(hatch.X, hatch.Y, hatch.Width, hatch.Height)} re W n ");
        Colour(hatch.Ink, "RG");
        _out.Append(Invariant, $"0.6 w [] 0 d ");
        double bottom = Sheet.Height - hatch.Y - hatch.Height, top = Sheet.Height - hatch.Y;
        for (var x = hatch.X - hatch.Height; x < hatch.X + hatch.Width; x += hatch.Spacing)
            _out.Append(Invariant, $"{N(x)} {N(bottom)} m {N(x + hatch.Height)} {N(top)} l ");
        _out.Append("S Q\n");
    }

    private static string Rectangle(double x, double y, double width, double height) =>
        $"{N(x)} {N(Sheet.Height - y - height)} {N(width)} {N(height)}";

    private void Colour(Ink ink, string setter) => _out.Append(Invariant, $"{N(ink.Red)} {N(ink.Green)} {N(ink.Blue)} {setter} ");

    private static string N(double value) => value.ToString("0.###", Invariant);
}
