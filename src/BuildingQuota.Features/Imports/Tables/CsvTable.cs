using CsvHelper;

namespace BuildingQuota.Features.Imports.Tables;

/// <summary>Reads a text table (RFC 4180; comma, semicolon or tab, whichever the first line uses most).</summary>
internal static class CsvTable
{
    public static IEnumerable<TableRow> Rows(byte[] utf8, ImportLimits limits)
    {
        using var reader = CsvReader.Create(utf8, Options(utf8));
        var count = new RowCount(limits);
        for (var number = 1; Read(reader, number); number++)
        {
            if (reader.FieldCount > limits.Columns) throw new UnreadableFileException("file.too-many-columns", number, limits.Columns);
            var cells = new Cell[reader.FieldCount];
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = Cell.OfText(reader.GetString(at));
                if (cells[at].Text.Length > limits.CellLength) throw new UnreadableFileException("file.cell-too-long", number);
            }

            yield return count.Count(new(number, cells));
        }
    }

    private static bool Read(CsvReader reader, int number)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            throw new UnreadableFileException("file.quotes-broken", number);
        }
    }

    private static CsvReaderOptions Options(byte[] utf8) => new()
    {
        HasHeader = false,
        Separator = Separator(utf8),
        SkipEmptyLines = false, // the sheet numbers them, and so do we
        MalformedData = CsvMalformedDataHandling.Throw,
        PoolStrings = true, // codes, words and dates repeat from row to row
    };

    private static char Separator(ReadOnlySpan<byte> utf8)
    {
        var end = utf8.IndexOfAny((byte)'\r', (byte)'\n');
        var line = end < 0 ? utf8 : utf8[..end];
        var (best, most) = (',', line.Count((byte)','));
        foreach (var candidate in ";\t")
            if (line.Count((byte)candidate) is var count && count > most) (best, most) = (candidate, count);
        return best;
    }
}
