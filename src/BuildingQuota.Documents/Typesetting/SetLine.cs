using System.Text;
using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Typesetting;

/// <summary>A line with every character in its place: runs by face, left end at 0; <see cref="Text"/> is the source text, whole.</summary>
internal sealed record SetLine(IReadOnlyList<GlyphRun> Runs, string Text, double Width, double Size)
{
    /// <summary>Share of the em box above the baseline, as Chinese faces are drawn.</summary>
    private const double EmAscent = 0.88;

    public Ink Ink { get; init; } = Ink.Black;

    public double Ascent => Size * EmAscent;

    /// <summary>Sets cells on a line; a <paramref name="measure"/> asks for exactly that width, null leaves it natural.</summary>
    public static SetLine From(ReadOnlySpan<Cell> cells, TextStyle style, double? measure)
    {
        var text = SourceOf(cells);
        var visible = cells.TrimEnd();
        var spacing = Spacing.For(visible, measure);
        var runs = new List<GlyphRun>();
        var glyphs = new List<PlacedGlyph>();
        double x = 0, runStart = 0;
        for (var i = 0; i < visible.Length; i++)
        {
            var cell = visible[i];
            if (glyphs.Count > 0 && visible[i - 1].Face != cell.Face) Flush(visible[i - 1].Face);
            if (glyphs.Count == 0) runStart = x;
            glyphs.Add(new PlacedGlyph(cell.CodePoint, x - (cell.BlankLeft * spacing.Squeeze) - runStart));
            x += cell.Advance - (cell.Blank * spacing.Squeeze);
            if (cell.ElasticAfter && i + 1 < visible.Length) x += spacing.Gap;
        }
        if (glyphs.Count > 0) Flush(visible[^1].Face);
        return new SetLine(runs, text, x, style.Size) { Ink = style.Ink };

        void Flush(Typeface face)
        {
            runs.Add(new GlyphRun(face, style.Size, runStart, 0, [.. glyphs]) { Ink = style.Ink });
            glyphs.Clear();
        }
    }

    private static string SourceOf(ReadOnlySpan<Cell> cells)
    {
        var text = new StringBuilder(cells.Length);
        foreach (var cell in cells) text.Append(char.ConvertFromUtf32(cell.SourceCodePoint));
        return text.ToString();
    }
}

/// <summary>What brings a line to its measure: points added to each elastic gap, or the share of blank taken out.</summary>
internal readonly record struct Spacing(double Gap, double Squeeze)
{
    /// <summary>Wider gaps than this share of an em look like holes: the line is then left short.</summary>
    private const double WidestGap = 0.6;

    public static Spacing For(ReadOnlySpan<Cell> cells, double? measure)
    {
        double natural = 0, blank = 0;
        var gaps = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            natural += cells[i].Advance;
            blank += cells[i].Blank;
            if (i + 1 < cells.Length && cells[i].ElasticAfter) gaps++;
        }
        if (measure is not { } width) return default;
        if (natural > width) return new Spacing(0, blank > 0 ? Math.Min(1, (natural - width) / blank) : 0);
        var gap = gaps > 0 ? (width - natural) / gaps : 0;
        return new Spacing(gap > WidestGap * 16 ? 0 : gap, 0);
    }
}

/// <summary>Spans of cells.</summary>
internal static class CellSpan
{
    /// <summary>Without the spaces at the end, which take no room there.</summary>
    public static ReadOnlySpan<Cell> TrimEnd(this ReadOnlySpan<Cell> cells)
    {
        while (cells.Length > 0 && cells[^1].IsSpace) cells = cells[..^1];
        return cells;
    }
}
