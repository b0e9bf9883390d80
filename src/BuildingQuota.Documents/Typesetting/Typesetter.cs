using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Typesetting;

/// <summary>How lines stand in their measure.</summary>
internal enum Setting
{
    /// <summary>Full lines exactly as wide as the measure.</summary>
    Justified,

    /// <summary>Lines of natural width.</summary>
    Ragged,
}

/// <summary>Text in, set lines out.</summary>
internal sealed class Typesetter(FontSet fonts)
{
    private readonly Shaper _shaper = new(fonts);

    public FontSet Fonts => _shaper.Fonts;

    public IReadOnlyList<MissingGlyph> Missing => _shaper.Missing;

    /// <summary>One line of natural width, never broken.</summary>
    public SetLine Line(string text, TextStyle style) => SetLine.From(_shaper.Shape(text, style), style, null);

    /// <summary>A paragraph in lines no wider than <paramref name="width"/>; the first is shorter by <paramref name="indent"/>.</summary>
    public IReadOnlyList<SetLine> Paragraph(string text, TextStyle style, double width, double indent = 0,
        Setting setting = Setting.Justified)
    {
        var cells = _shaper.Shape(text, style);
        var lines = new List<SetLine>();
        foreach (var span in LineBreaker.Break(cells, width - indent, width))
        {
            var measure = span.Start == 0 ? width - indent : width;
            var content = cells.AsSpan(span.Start, span.End - span.Start);
            var isOverfull = Natural(content) > measure;
            var justify = isOverfull || (setting == Setting.Justified && !span.IsLast);
            lines.Add(SetLine.From(content, style, justify ? measure : null));
        }
        return lines;
    }

    private static double Natural(ReadOnlySpan<Cell> cells)
    {
        var sum = 0.0;
        foreach (var cell in cells.TrimEnd()) sum += cell.Advance;
        return sum;
    }
}
