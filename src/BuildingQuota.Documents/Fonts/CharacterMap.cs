using static BuildingQuota.Documents.Fonts.TableReader;

namespace BuildingQuota.Documents.Fonts;

/// <summary>Code point to glyph, unfolded once from a <c>cmap</c> of format 4 or 12.</summary>
internal sealed class CharacterMap
{
    private readonly ushort[] _basic = new ushort[0x10000];
    private readonly Dictionary<int, ushort> _beyond = [];

    public CharacterMap(ReadOnlySpan<byte> cmap)
    {
        for (var i = 0; i < ReadUInt16(cmap, 2); i++)
        {
            var table = cmap[(int)ReadUInt32(cmap, 4 + (8 * i) + 4)..];
            var format = ReadUInt16(table, 0);
            if (format == 4) ReadFormat4(table);
            if (format == 12) ReadFormat12(table);
        }
    }

    public ushort this[int codePoint] =>
        codePoint < 0x10000 ? _basic[codePoint] : _beyond.GetValueOrDefault(codePoint);

    private void ReadFormat4(ReadOnlySpan<byte> table)
    {
        var doubled = ReadUInt16(table, 6);
        for (var s = 0; s < doubled; s += 2)
        {
            int last = ReadUInt16(table, 14 + s), first = ReadUInt16(table, 16 + doubled + s);
            int delta = ReadUInt16(table, 16 + (2 * doubled) + s), rangeAt = 16 + (3 * doubled) + s;
            int range = ReadUInt16(table, rangeAt);
            for (var c = first; c <= last && c != 0xFFFF; c++)
            {
                var raw = range == 0 ? c : ReadUInt16(table, rangeAt + range + (2 * (c - first)));
                _basic[c] = raw == 0 ? (ushort)0 : (ushort)((raw + delta) & 0xFFFF);
            }
        }
    }

    private void ReadFormat12(ReadOnlySpan<byte> table)
    {
        for (var g = 0; g < (int)ReadUInt32(table, 12); g++)
        {
            var at = 16 + (12 * g);
            int first = (int)ReadUInt32(table, at), last = (int)ReadUInt32(table, at + 4), glyph = (int)ReadUInt32(table, at + 8);
            for (var c = first; c <= last; c++)
            {
                if (c < 0x10000) _basic[c] = (ushort)(glyph + c - first);
                else _beyond[c] = (ushort)(glyph + c - first);
            }
        }
    }
}
