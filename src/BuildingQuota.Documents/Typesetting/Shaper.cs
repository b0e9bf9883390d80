using System.Text;
using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Typesetting;

/// <summary>Turns text into cells, and remembers what no face could draw. One for a letter; not shared between threads.</summary>
internal sealed class Shaper(FontSet fonts)
{
    private const int Geta = '〓', Dash = 0x2014, Ellipsis = 0x2026;

    /// <summary>How much of a mark's blank half may go when a line must take one more character.</summary>
    private const double SqueezableShare = 0.45;

    private readonly Dictionary<(int, Typeface), MissingGlyph> _missing = [];

    public FontSet Fonts { get; } = fonts;

    public IReadOnlyList<MissingGlyph> Missing => [.. _missing.Values];

    public Cell[] Shape(string text, TextStyle style)
    {
        var runes = text.EnumerateRunes().Where(r => !IsInvisible(r.Value)).ToArray();
        var breaks = BreakRules.After(runes);
        var cells = new Cell[runes.Length];
        for (var i = 0; i < runes.Length; i++)
        {
            var next = i + 1 < runes.Length ? runes[i + 1].Value : ' ';
            cells[i] = ShapeOne(runes[i].Value, style) with
            {
                SourceCodePoint = runes[i].Value,
                BreakAfter = breaks[i],
                ElasticAfter = runes[i].Value == ' ' || IsElastic(runes[i].Value, next),
            };
        }
        return cells;
    }

    private Cell ShapeOne(int source, TextStyle style)
    {
        var codePoint = style.Latin ? Narrow(source) : source is 0xA0 or 0x202F or 0x2009 or '\t' ? ' ' : source;
        var face = Fonts[style.Role];
        if (!face.Has(codePoint)) (codePoint, face) = Substitute(codePoint, face);
        var natural = face.AdvanceOf(codePoint);
        var isFull = natural >= 950;
        var blank = isFull ? style.FullWidth * SqueezableShare : 0;
        return new Cell(codePoint, face, isFull ? style.FullWidth * natural / 1000 : natural * style.Size / 1000)
        {
            BlankLeft = Punctuation.HasBlankLeft(codePoint) ? blank : 0,
            BlankRight = Punctuation.HasBlankRight(codePoint) ? blank : 0,
        };
    }

    private (int CodePoint, Typeface Face) Substitute(int codePoint, Typeface face)
    {
        var found = Fonts.Fallback.Has(codePoint);
        _missing.TryAdd((codePoint, face),
            new MissingGlyph(char.ConvertFromUtf32(codePoint), face.Name, found ? Fonts.Fallback.Name : null));
        return found ? (codePoint, Fonts.Fallback) : (Fonts.Fallback.Has(Geta) ? Geta : '?', Fonts.Fallback);
    }

    private static bool IsElastic(int left, int right)
    {
        if (left == right && left is Dash or Ellipsis) return false;
        return BreakRules.IsWide(left) || BreakRules.IsWide(right);
    }

    /// <summary>Byte order mark, zero-width space and joiners, soft hyphen, controls: copied along with names, meant for no
    /// reader.</summary>
    private static bool IsInvisible(int codePoint) =>
        codePoint is 0xFEFF or (>= 0x200B and <= 0x200F) or 0x2060 or 0xAD or (< 0x20 and not '\t') or (>= 0x7F and < 0xA0);

    private static int Narrow(int codePoint) => codePoint switch
    {
        0x2018 or 0x2019 => '\'',
        0x201C or 0x201D => '"',
        0xA0 or 0x202F or 0x2009 or '\t' => ' ',
        _ => codePoint,
    };
}
