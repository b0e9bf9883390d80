using System.Globalization;
using System.Text;

namespace BuildingQuota.Oracle.Reading;

/// <summary>Comma-separated text with a header, quotes where they are needed.</summary>
public static class CsvText
{
    public static IEnumerable<CsvRow> Rows(string text)
    {
        var lines = Records(text.TrimStart('\uFEFF')).ToList();
        var header = lines.Count == 0 ? [] : lines[0];
        return lines.Skip(1).Select(cells => new CsvRow(header.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second)));
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in text)
        {
            if (letter == '"') quoted = !quoted; // a doubled quote closes and opens again; no file here holds one
            else if (letter == ',' && !quoted) { cells.Add(cell.ToString()); cell.Clear(); }
            else if (letter == '\n' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (cells.Count > 1 || cells[0].Length > 0) yield return cells;
                cells = [];
            }
            else if (letter != '\r') cell.Append(letter);
        }

        if (cells.Count > 0) yield return [.. cells, cell.ToString()];
    }
}

/// <summary>Cells by their column. A column that is not there reads as empty.</summary>
public sealed class CsvRow(IReadOnlyDictionary<string, string> cells)
{
    public string Text(string column) => cells.GetValueOrDefault(column, "");

    public string? Word(string column) => Text(column) is { Length: > 0 } word ? word : null;

    public decimal? Number(string column) =>
        Word(column) is { } word ? decimal.Parse(word, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    public DateOnly? Day(string column) =>
        Word(column) is { } word ? DateOnly.ParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
