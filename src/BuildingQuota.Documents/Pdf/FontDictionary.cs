using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BuildingQuota.Documents.Fonts;
using PdfSharp.Pdf;

namespace BuildingQuota.Documents.Pdf;

/// <summary>Embeds the used part of a face: a Type 0 font over a TrueType subset, with a map back to Unicode for copying and
/// searching.</summary>
internal static class FontDictionary
{
    private const int FullWidth = 1000;

    public static PdfDictionary Embed(FontUse use, PdfObjects objects)
    {
        var file = new FontSubset(use.Face, use.CodePoints).Build();
        var name = $"/{Tag(file)}+{use.Face.Name}";
        var font = objects.Add(
            ("/Type", new PdfName("/Font")),
            ("/Subtype", new PdfName("/Type0")),
            ("/BaseFont", new PdfName(name)),
            ("/Encoding", new PdfName("/Identity-H")));
        font.Elements["/DescendantFonts"] = new PdfArray(objects.Document, Descendant(use, name, file, objects).Reference!);
        font.Elements["/ToUnicode"] = objects.AddStream(Encoding.ASCII.GetBytes(UnicodeMap(use))).Reference;
        return font;
    }

    private static PdfDictionary Descendant(FontUse use, string name, byte[] file, PdfObjects objects)
    {
        var system = new PdfDictionary(objects.Document);
        system.Elements["/Registry"] = new PdfString("Adobe");
        system.Elements["/Ordering"] = new PdfString("Identity");
        system.Elements["/Supplement"] = new PdfInteger(0);
        return objects.Add(
            ("/Type", new PdfName("/Font")),
            ("/Subtype", new PdfName("/CIDFontType2")),
            ("/BaseFont", new PdfName(name)),
            ("/CIDSystemInfo", system),
            ("/FontDescriptor", Descriptor(use.Face, name, file, objects).Reference!),
            ("/DW", new PdfInteger(FullWidth)),
            ("/W", Widths(use, objects)),
            ("/CIDToGIDMap", new PdfName("/Identity")));
    }

    /// <summary>Only what differs from the full-width default, a list for each unbroken row of codes.</summary>
    private static PdfArray Widths(FontUse use, PdfObjects objects)
    {
        var rows = new PdfArray(objects.Document);
        PdfArray? row = null;
        for (var i = 0; i < use.CodePoints.Count; i++)
        {
            var width = use.Face.AdvanceOf(use.CodePoints[i]);
            if (width != FullWidth && row is null)
            {
                rows.Elements.Add(new PdfInteger(i + 1));
                rows.Elements.Add(row = new PdfArray(objects.Document));
            }
            if (width == FullWidth) row = null;
            row?.Elements.Add(new PdfInteger(width));
        }
        return rows;
    }

    private static PdfDictionary Descriptor(Typeface face, string name, byte[] file, PdfObjects objects)
    {
        var stream = objects.AddStream(file);
        stream.Elements["/Length1"] = new PdfInteger(file.Length);
        return objects.Add(
            ("/Type", new PdfName("/FontDescriptor")),
            ("/FontName", new PdfName(name)),
            ("/Flags", new PdfInteger(4)),
            ("/FontBBox", new PdfArray(objects.Document, Numbers(-1000, face.Descent, 3000, face.Ascent))),
            ("/ItalicAngle", new PdfInteger(0)),
            ("/Ascent", new PdfInteger(face.Ascent)),
            ("/Descent", new PdfInteger(face.Descent)),
            ("/CapHeight", new PdfInteger(730)),
            ("/StemV", new PdfInteger(80)),
            ("/FontFile2", stream.Reference!));
    }

    private static PdfItem[] Numbers(params int[] values) => [.. values.Select(v => new PdfInteger(v))];

    /// <summary>Six capitals that say which subset this is; the same characters give the same tag.</summary>
    private static string Tag(byte[] file) => string.Concat(SHA256.HashData(file).Take(6).Select(b => (char)('A' + (b % 26))));

    private static string UnicodeMap(FontUse use)
    {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """);
        foreach (var chunk in use.CodePoints.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var codePoint in chunk)
                map.Append(CultureInfo.InvariantCulture, $"<{use.CodeOf(codePoint):X4}> <{Utf16(codePoint)}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static string Utf16(int codePoint) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(codePoint)));
}
