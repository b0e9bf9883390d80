using BuildingQuota.Features.Imports.Columns;

namespace BuildingQuota.Features.Imports.Tables;

/// <summary>Opens an offered file as a table. Its ending and its first bytes must say the same.</summary>
internal static class TableFile
{
    private static readonly string[] TextEndings = [".csv", ".tsv", ".txt"];

    /// <param name="kind">Name of the kind when it is known: chooses the sheet.</param>
    public static Table Open(string name, byte[] bytes, string? kind, ImportLimits limits)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        var (isZip, isCompound) = (bytes.AsSpan().StartsWith("PK"u8), bytes.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]));
        if (bytes.Length == 0) throw new UnreadableFileException("file.empty");
        if (ending == ".xlsx" && isCompound) throw new UnreadableFileException("file.encrypted");
        if (ending == ".xlsx" && isZip) return Workbook(bytes, kind, limits);
        if (ending == ".xlsx" || (TextEndings.Contains(ending) && (isZip || isCompound)))
            throw new UnreadableFileException("file.type-mismatch");
        if (!TextEndings.Contains(ending)) throw new UnreadableFileException("file.type-unknown", 0, ending);

        return new Table("", CsvTable.Rows(TextEncoding.ToUtf8(bytes), limits));
    }

    private static Table Workbook(byte[] bytes, string? kind, ImportLimits limits)
    {
        ZipGuard.Check(bytes, limits);
        var sheets = XlsxTable.Sheets(bytes);
        var named = Enumerable.Range(0, sheets.Count).Where(at => IsNamed(sheets[at], kind)).ToList();
        if (named.Count > 1) throw new UnreadableFileException("file.several-kinds", 0, string.Join(", ", named.Select(at => sheets[at])));
        var chosen = named.Count == 1 ? named[0] : 0;
        return new Table(sheets[chosen], XlsxTable.Rows(bytes, chosen, limits));
    }

    private static bool IsNamed(string sheet, string? kind) =>
        Layouts.All.Any(layout => (kind is null || layout.Kind == kind) && layout.IsNamed(sheet));
}
