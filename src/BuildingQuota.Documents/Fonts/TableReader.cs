using System.Buffers.Binary;

namespace BuildingQuota.Documents.Fonts;

/// <summary>The tables of one TrueType file, read big-endian by tag.</summary>
internal sealed class TableReader
{
    private const uint Collection = 0x74746366, Version1 = 0x00010000, AppleTrue = 0x74727565;
    private readonly byte[] _data;
    private readonly Dictionary<uint, (int Offset, int Length)> _tables = [];

    public TableReader(byte[] data, string source)
    {
        _data = data;
        if (data.Length < 16)
            throw new TypefaceException("font.unreadable", $"{source}: {data.Length} bytes are no font. Name a .ttf file.");
        var start = ReadUInt32(data, 0) == Collection ? (int)ReadUInt32(data, 12) : 0;
        var version = ReadUInt32(data, start);
        if (version is not (Version1 or AppleTrue))
            throw new TypefaceException("font.not-truetype",
                $"{source}: no TrueType outlines (format {version:X8}), so no subset can be embedded. "
                + "Convert it to .ttf with glyf outlines.");
        for (var i = 0; i < ReadUInt16(data, start + 4); i++)
        {
            var entry = start + 12 + (16 * i);
            _tables[ReadUInt32(data, entry)] = ((int)ReadUInt32(data, entry + 8), (int)ReadUInt32(data, entry + 12));
        }
    }

    public ReadOnlySpan<byte> Table(string tag) =>
        _tables.TryGetValue(Key(tag), out var table) ? _data.AsSpan(table.Offset, table.Length) : [];

    public ReadOnlySpan<byte> Required(string tag) => _tables.ContainsKey(Key(tag))
        ? Table(tag)
        : throw new TypefaceException("font.unreadable", $"The font has no '{tag}' table. Name a complete TrueType file.");

    public static ushort ReadUInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    public static short ReadInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);

    public static uint ReadUInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static uint Key(string tag) => ((uint)tag[0] << 24) | ((uint)tag[1] << 16) | ((uint)tag[2] << 8) | tag[3];
}
