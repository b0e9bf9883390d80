using System.Text;
using static BuildingQuota.Documents.Fonts.TableReader;

namespace BuildingQuota.Documents.Fonts;

/// <summary>One TrueType face, parsed once and shared by all letters and threads. Measures are in thousandths of an em.</summary>
public sealed class Typeface
{
    private readonly TableReader _tables;
    private readonly CharacterMap _characters;
    private readonly int _unitsPerEm, _longMetrics, _glyphCount;
    private readonly bool _longOffsets;

    /// <summary>Reads a face from the bytes of a .ttf (or the first face of a .ttc); <paramref name="source"/> names it in
    /// errors.</summary>
    public Typeface(byte[] data, string source)
    {
        _tables = new TableReader(data, source);
        var head = _tables.Required("head");
        _unitsPerEm = ReadUInt16(head, 18);
        _longOffsets = ReadInt16(head, 50) == 1;
        _longMetrics = ReadUInt16(_tables.Required("hhea"), 34);
        _glyphCount = ReadUInt16(_tables.Required("maxp"), 4);
        _characters = new CharacterMap(_tables.Required("cmap"));
        if (_tables.Required("glyf").IsEmpty || _tables.Required("loca").IsEmpty)
            throw new TypefaceException("font.not-truetype", $"{source}: no glyf outlines. Convert it to TrueType.");
        Ascent = Scale(ReadInt16(_tables.Required("hhea"), 4));
        Descent = Scale(ReadInt16(_tables.Required("hhea"), 6));
        Name = ReadName(_tables.Table("name")) ?? Path.GetFileNameWithoutExtension(source);
    }

    /// <summary>PostScript name, without spaces.</summary>
    public string Name { get; }

    internal int Ascent { get; }

    internal int Descent { get; }

    internal int UnitsPerEm => _unitsPerEm;

    /// <summary>Whether the face draws this code point itself.</summary>
    public bool Has(int codePoint) => _characters[codePoint] != 0;

    internal int AdvanceOf(int codePoint) => Scale(RawAdvance(GlyphOf(codePoint)));

    internal ushort GlyphOf(int codePoint) => _characters[codePoint];

    internal int RawAdvance(int glyph) => ReadUInt16(_tables.Table("hmtx"), 4 * Math.Min(glyph, _longMetrics - 1));

    internal int RawBearing(int glyph)
    {
        var hmtx = _tables.Table("hmtx");
        return ReadInt16(hmtx, glyph < _longMetrics ? (4 * glyph) + 2 : (4 * _longMetrics) + (2 * (glyph - _longMetrics)));
    }

    /// <summary>The ink of a character: bottom and top above the baseline, (0, 0) where it has none.</summary>
    internal (int Bottom, int Top) InkOf(int codePoint)
    {
        var outline = OutlineOf(GlyphOf(codePoint));
        return outline.IsEmpty ? (0, 0) : (Scale(ReadInt16(outline, 4)), Scale(ReadInt16(outline, 8)));
    }

    internal ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        if (glyph >= _glyphCount) return [];
        int from = OffsetOf(glyph), to = OffsetOf(glyph + 1);
        return _tables.Table("glyf")[from..to];
    }

    internal ReadOnlySpan<byte> Table(string tag) => _tables.Table(tag);

    private int OffsetOf(int glyph)
    {
        var loca = _tables.Table("loca");
        return _longOffsets ? (int)ReadUInt32(loca, 4 * glyph) : 2 * ReadUInt16(loca, 2 * glyph);
    }

    private int Scale(int units) => _unitsPerEm == 1000 ? units : units * 1000 / _unitsPerEm;

    private static string? ReadName(ReadOnlySpan<byte> table)
    {
        for (var i = 0; !table.IsEmpty && i < ReadUInt16(table, 2); i++)
        {
            var record = table.Slice(6 + (12 * i), 12);
            if (ReadUInt16(record, 0) != 3 || ReadUInt16(record, 6) != 6) continue;
            var text = table.Slice(ReadUInt16(table, 4) + ReadUInt16(record, 10), ReadUInt16(record, 8));
            return Encoding.BigEndianUnicode.GetString(text).Replace(" ", "", StringComparison.Ordinal);
        }
        return null;
    }
}
