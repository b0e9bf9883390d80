using BuildingQuota.Features.Imports.Columns;
using BuildingQuota.Features.Imports.Problems;
using BuildingQuota.Features.Imports.Tables;

namespace BuildingQuota.Features.Imports.Cells;

/// <summary>
/// Reads typed values out of the current row. Every bad cell becomes a problem; <see cref="IsGood"/> says whether there was none.
/// </summary>
internal sealed class RowReader(Header header, ProblemList problems)
{
    public const int LongestCode = 64;
    public const int LongestText = 400;

    private static readonly DateOnly FirstDay = new(1000, 1, 1);
    private static readonly DateOnly LastDay = new(2100, 1, 1);

    private TableRow _row = new(0, []);

    public int RowNumber => _row.Number;

    public bool IsGood { get; private set; }

    public void MoveTo(TableRow row)
    {
        _row = row;
        IsGood = true;
        for (var place = 0; place < row.Cells.Length; place++)
        {
            if (place >= header.Titles.Count && !row.Cells[place].IsEmpty) Bad("", row.Cells[place], "row.cell-without-title");
            else if (!row.Cells[place].IsEmpty && !row.Cells[place].HasValue && !header.IsRemark(place))
                Bad(header.Titles[place], row.Cells[place],
                    row.Cells[place].Kind == CellKind.Error ? "cell.excel-error" : "cell.unreadable");
        }
    }

    /// <summary>The row breaks a rule of its own.</summary>
    public void Bad(string column, string code, params object[] arguments) => Bad(column, Raw(column), code, arguments);

    /// <summary>The cell as it stands in the file.</summary>
    public string RawText(string column) => Raw(column).Text;

    public string Code(string column) => OptionalCode(column) ?? Missing(column, "");

    public string? OptionalCode(string column)
    {
        var cell = Raw(column);
        if (cell.Kind == CellKind.Number && cell.Text.Length >= 15) return Null(column, cell, "cell.digits-lost");
        return OptionalText(column, LongestCode);
    }

    public string Text(string column) => OptionalText(column) ?? Missing(column, "");

    public string? OptionalText(string column, int longest = LongestText)
    {
        var cell = Raw(column);
        if (!cell.HasValue) return null;
        if (cell.Kind == CellKind.Date) return Null(column, cell, "cell.is-a-date");
        return cell.Text.Length <= longest ? cell.Text : Null(column, cell, "cell.too-long", longest);
    }

    public DateOnly Date(string column) => OptionalDate(column) ?? Missing(column, default(DateOnly));

    public DateOnly? OptionalDate(string column)
    {
        var cell = Raw(column);
        if (!cell.HasValue) return null;
        var date = cell.Date;
        if (cell.Kind != CellKind.Date && (cell.Kind == CellKind.Number || !CellText.TryDate(cell.Text, out date)))
            Bad(column, cell, "cell.not-a-date");
        else if (date < FirstDay || date >= LastDay) Bad(column, cell, "cell.date-out-of-range");
        else return date;
        return FirstDay;
    }

    /// <summary>Taken with every digit that is there: suppliers' sheets hold computed values, and an import rounds nothing away.</summary>
    public decimal Number(string column) => OptionalNumber(column) ?? Missing(column, 0m);

    public decimal? OptionalNumber(string column)
    {
        var cell = Raw(column);
        if (!cell.HasValue) return null;
        var number = cell.Number;
        if (cell.Kind == CellKind.Date) Bad(column, cell, "cell.is-a-date");
        else if (cell.Kind != CellKind.Number && !CellText.TryNumber(cell.Text, out number)) Bad(column, cell, "cell.not-a-number");
        else if (Math.Abs(number) >= 1_000_000_000_000m) Bad(column, cell, "cell.too-large");
        return number;
    }

    public T Word<T>(string column) where T : struct, Enum => OptionalWord<T>(column) ?? Missing(column, default(T));

    public T? OptionalWord<T>(string column) where T : struct, Enum
    {
        var cell = Raw(column);
        if (!cell.HasValue) return null;
        if (!WordTable<T>.TryParse(cell.Text, out var value)) Bad(column, cell, "cell.not-a-word", WordTable<T>.All);
        return value;
    }

    private Cell Raw(string column)
    {
        var place = header.PlaceOf(column);
        return place >= 0 && place < _row.Cells.Length ? _row.Cells[place] : new Cell("");
    }

    private T Missing<T>(string column, T standIn)
    {
        if (Raw(column).IsEmpty) Bad(column, Raw(column), "cell.missing", column);
        return standIn;
    }

    private string? Null(string column, Cell cell, string code, params object[] arguments)
    {
        Bad(column, cell, code, arguments);
        return null;
    }

    private void Bad(string column, Cell cell, string code, params object[] arguments)
    {
        IsGood = false;
        problems.Add(new(_row.Number, column, cell.Text), code, arguments);
    }
}
