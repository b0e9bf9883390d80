using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace BuildingQuota.Features.Imports.Tables;

/// <summary>
/// Finds the cells of a sheet that hold a formula error. ExcelDataReader gives them as empty, and an error must never pass for
/// nothing. Most sheets have none, and for those one look through the bytes is enough.
/// </summary>
internal static class XlsxErrors
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true };

    /// <summary>Texts of the error cells by row (first is 1) and column (first is 0).</summary>
    public static Dictionary<(int Row, int Column), string> Find(byte[] bytes, int sheet)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (PartOf(archive, sheet) is not { } part || !MayHaveErrors(part)) return [];
        using var content = part.Open();
        using var reader = XmlReader.Create(content, Settings);
        return Find(reader);
    }

    private static Dictionary<(int Row, int Column), string> Find(XmlReader reader)
    {
        var errors = new Dictionary<(int Row, int Column), string>();
        var (row, column, isError) = (0, -1, false);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Text && isError) errors[(row, column)] = reader.Value;
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "row")
                (row, column) = (int.TryParse(reader.GetAttribute("r"), CultureInfo.InvariantCulture, out var told) ? told : row + 1, -1);
            if (reader.LocalName != "c") continue;
            column = reader.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
            isError = reader.GetAttribute("t") == "e";
            if (isError) errors[(row, column)] = "#ERROR!";
        }

        return errors;
    }

    /// <summary><c>AB12</c> is column 27.</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper)) column = (column * 26) + (letter - 'A' + 1);
        return column - 1;
    }

    private static ZipArchiveEntry? PartOf(ZipArchive archive, int sheet)
    {
        var id = Load(archive, "xl/workbook.xml").Descendants().Where(element => element.Name.LocalName == "sheet")
            .ElementAtOrDefault(sheet)
            ?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id"
                && attribute.Name.Namespace != XNamespace.None)?.Value;
        var target = Load(archive, "xl/_rels/workbook.xml.rels").Descendants()
            .FirstOrDefault(element => element.Attribute("Id")?.Value == id)?.Attribute("Target")?.Value;
        return target is null ? null : archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    private static XElement Load(ZipArchive archive, string part)
    {
        using var content = (archive.GetEntry(part) ?? throw new InvalidDataException(part)).Open();
        using var reader = XmlReader.Create(content, Settings);
        return XElement.Load(reader);
    }

    private static bool MayHaveErrors(ZipArchiveEntry part)
    {
        const int Kept = 4;
        using var content = part.Open();
        var buffer = new byte[81_920];
        var filled = 0;
        for (int read; (read = content.Read(buffer, filled, buffer.Length - filled)) > 0;)
        {
            var seen = buffer.AsSpan(0, filled + read);
            if (seen.IndexOf("t=\"e\""u8) >= 0 || seen.IndexOf("t='e'"u8) >= 0) return true;
            filled = Math.Min(Kept, seen.Length);
            seen[^filled..].CopyTo(buffer);
        }

        return false;
    }
}
