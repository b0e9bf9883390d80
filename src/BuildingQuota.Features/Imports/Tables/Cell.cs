namespace BuildingQuota.Features.Imports.Tables;

/// <summary>What a spreadsheet says a cell is; in a text file every cell is <see cref="Text"/>.</summary>
internal enum CellKind { Text, Number, Date, Error }

/// <summary>One cell: the text as read, trimmed, and the typed value when the sheet has one.</summary>
internal readonly record struct Cell(string Text, CellKind Kind = CellKind.Text, decimal Number = 0, DateOnly Date = default)
{
    /// <summary>What spreadsheets write where a formula failed; in a text file it is as wrong as in a workbook.</summary>
    private static readonly HashSet<string> Errors =
        ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"];

    public bool IsEmpty => Text.Length == 0;

    public static Cell OfText(string text)
    {
        text = text.Trim();
        var isError = text.StartsWith('#') ? Errors.Contains(text) : text.StartsWith("Err:", StringComparison.Ordinal);
        return new(text, isError ? CellKind.Error : CellKind.Text);
    }
}

/// <summary>One row, numbered as the sheet numbers it: the first is 1, blank rows count.</summary>
internal sealed record TableRow(int Number, Cell[] Cells)
{
    public bool IsBlank => Array.TrueForAll(Cells, cell => cell.IsEmpty);
}

/// <summary>The sheet that was chosen and its rows; each enumeration reads from the beginning. A text file's sheet has no name.</summary>
internal sealed record Table(string Sheet, IEnumerable<TableRow> Rows);
