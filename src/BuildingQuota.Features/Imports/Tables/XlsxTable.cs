using System.Globalization;
using System.Xml;
using ExcelDataReader;

namespace BuildingQuota.Features.Imports.Tables;

/// <summary>Reads one sheet of a workbook: typed numbers and dates, and errors (#N/A, #VALUE!) as errors, never as values.</summary>
internal static class XlsxTable
{
    static XlsxTable() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    /// <summary>Names of the sheets, in the order of the workbook.</summary>
    public static IReadOnlyList<string> Sheets(byte[] bytes) => Guarded(() =>
    {
        using var reader = Open(bytes);
        var names = new List<string>();
        do names.Add(Cell.Clean(reader.Name));
        while (reader.NextResult());
        return names;
    });

    public static IEnumerable<TableRow> Rows(byte[] bytes, int sheet, ImportLimits limits)
    {
        var errors = Guarded(() => XlsxErrors.Find(bytes, sheet));
        using var reader = Guarded(() => Open(bytes));
        for (var skipped = 0; skipped < sheet; skipped++) Guarded(reader.NextResult);
        var width = reader.FieldCount;
        var count = new RowCount(limits);
        for (var number = 1; Guarded(reader.Read); number++)
        {
            var row = new TableRow(number, Cells(reader, Math.Min(width, limits.Columns + 1), limits, errors));
            if (row.Cells.Length > limits.Columns) throw new UnreadableFileException("file.too-many-columns", number, limits.Columns);
            yield return count.Count(row);
        }
    }

    /// <summary>The row's cells up to the last one that is not empty: styled but empty columns count for nothing.</summary>
    private static Cell[] Cells(IExcelDataReader reader, int width, ImportLimits limits, Dictionary<(int, int), string> errors)
    {
        var cells = new Cell[width];
        var used = 0;
        for (var at = 0; at < width; at++)
        {
            cells[at] = errors.TryGetValue((reader.Depth + 1, at), out var error) ? new Cell(error, CellKind.Error) : CellOf(reader, at);
            if (cells[at].Text.Length > limits.CellLength) throw new UnreadableFileException("file.cell-too-long", reader.Depth + 1);
            if (!cells[at].IsEmpty) used = at + 1;
        }

        return cells[..used];
    }

    private static Cell CellOf(IExcelDataReader reader, int at) => reader.GetValue(at) switch
    {
        null => new Cell(""),
        string text => Cell.OfText(text),
        DateTime { TimeOfDay.Ticks: 0 } day => DateCell(DateOnly.FromDateTime(day)),
        IFormattable number and (double or int) => NumberCell(number),
        IFormattable other => new Cell(other.ToString(null, CultureInfo.InvariantCulture)),
        var other => new Cell(other.ToString() ?? ""),
    };

    private static Cell DateCell(DateOnly day) =>
        new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date, Date: day);

    /// <summary>A sheet's number has fifteen digits that mean something; the exact decimal of those is what the person typed.</summary>
    private static Cell NumberCell(IFormattable number)
    {
        var text = number.ToString("G15", CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new Cell(value.ToString(CultureInfo.InvariantCulture), CellKind.Number, value)
            : new Cell(text);
    }

    private static IExcelDataReader Open(byte[] bytes) => ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));

    /// <summary>
    /// The parser throws what its parts throw at bad input (XML, zip, casts, missing parts): to the person it is one thing, a damaged
    /// file.
    /// </summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or IOException or FormatException
            or ArgumentException or InvalidOperationException or NullReferenceException or OverflowException or IndexOutOfRangeException
            or InvalidCastException or KeyNotFoundException or NotSupportedException or ExcelDataReader.Exceptions.ExcelReaderException)
        {
            throw new UnreadableFileException("file.damaged");
        }
    }
}
