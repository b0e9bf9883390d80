using System.Buffers.Binary;
using static BuildingQuota.Documents.Fonts.TableReader;

namespace BuildingQuota.Documents.Fonts;

/// <summary>The glyphs of one face that a letter uses, renumbered: glyph 0 is .notdef, then one a code point, then parts of
/// composites.</summary>
internal sealed class FontSubset
{
    private const int ArgumentsAreWords = 0x1, HasScale = 0x8, MoreParts = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80;
    private readonly Typeface _face;
    private readonly List<int> _glyphs = [0];
    private readonly Dictionary<int, int> _partNumbers = [];

    public FontSubset(Typeface face, IReadOnlyList<int> codePoints)
    {
        _face = face;
        _glyphs.AddRange(codePoints.Select(c => (int)face.GlyphOf(c)));
    }

    /// <summary>A TrueType file with the tables that a PDF viewer needs.</summary>
    public byte[] Build()
    {
        var (outlines, offsets) = BuildOutlines();
        var head = _face.Table("head").ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        var hhea = _face.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)_glyphs.Count);
        var maxp = _face.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)_glyphs.Count);
        List<(string Tag, byte[] Bytes)> tables =
        [
            ("glyf", outlines), ("head", head), ("hhea", hhea), ("hmtx", BuildMetrics()), ("loca", offsets), ("maxp", maxp),
        ];
        foreach (var tag in new[] { "cvt ", "fpgm", "prep" })
            if (!_face.Table(tag).IsEmpty) tables.Add((tag, _face.Table(tag).ToArray()));
        return Assemble([.. tables.OrderBy(t => t.Tag, StringComparer.Ordinal)]);
    }

    private (byte[] Outlines, byte[] Offsets) BuildOutlines()
    {
        using var outlines = new MemoryStream();
        var offsets = new List<int>();
        for (var i = 0; i < _glyphs.Count; i++)
        {
            offsets.Add((int)outlines.Length);
            var outline = _face.OutlineOf(_glyphs[i]).ToArray();
            if (outline.Length > 0 && ReadInt16(outline, 0) < 0) RenumberParts(outline);
            outlines.Write(outline);
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
        }
        offsets.Add((int)outlines.Length);
        var loca = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++) BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * i), offsets[i]);
        return (outlines.ToArray(), loca);
    }

    private void RenumberParts(byte[] composite)
    {
        for (int at = 10, flags = MoreParts; (flags & MoreParts) != 0;)
        {
            flags = ReadUInt16(composite, at);
            int part = ReadUInt16(composite, at + 2);
            if (!_partNumbers.TryGetValue(part, out var number))
            {
                _partNumbers[part] = number = _glyphs.Count;
                _glyphs.Add(part);
            }
            BinaryPrimitives.WriteUInt16BigEndian(composite.AsSpan(at + 2), (ushort)number);
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasMatrix) != 0 ? 8 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasScale) != 0 ? 2 : 0;
        }
    }

    private byte[] BuildMetrics()
    {
        var metrics = new byte[4 * _glyphs.Count];
        for (var i = 0; i < _glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)_face.RawAdvance(_glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan((4 * i) + 2), (short)_face.RawBearing(_glyphs[i]));
        }
        return metrics;
    }

    private static byte[] Assemble((string Tag, byte[] Bytes)[] tables)
    {
        var directory = 12 + (16 * tables.Length);
        var file = new byte[directory + tables.Sum(t => (t.Bytes.Length + 3) & ~3)];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Length);
        var log = System.Numerics.BitOperations.Log2((uint)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Length) - (16 << log)));
        var offset = directory;
        for (var i = 0; i < tables.Length; i++)
        {
            var (tag, bytes) = tables[i];
            bytes.CopyTo(file, offset);
            var entry = file.AsSpan(12 + (16 * i));
            System.Text.Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(file.AsSpan(offset, (bytes.Length + 3) & ~3)));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], offset);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], bytes.Length);
            offset += (bytes.Length + 3) & ~3;
        }
        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i += 4) sum = unchecked(sum + ReadUInt32(bytes, i));
        return sum;
    }
}
