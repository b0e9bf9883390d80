using System.Text;

namespace BuildingQuota.Features.Imports.Tables;

/// <summary>
/// What a spreadsheet says a cell is; in a text file every cell is <see cref="Text"/>. <see cref="Unreadable"/>: it held what no database
/// stores as text (a null, half of a surrogate pair; workbooks can spell both as <c>_x0000_</c>), now U+FFFD.
/// </summary>
internal enum CellKind { Text, Number, Date, Error, Unreadable }

/// <summary>One cell: the text as read, trimmed, and the typed value when the sheet has one.</summary>
internal readonly record struct Cell(string Text, CellKind Kind = CellKind.Text, decimal Number = 0, DateOnly Date = default)
{
    /// <summary>What spreadsheets write where a formula failed; in a text file it is as wrong as in a workbook.</summary>
    private static readonly HashSet<string> Errors =
        ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"];

    public bool IsEmpty => Text.Length == 0;

    /// <summary>Whether there is a value to take: a broken cell is a problem of its own and counts as none.</summary>
    public bool HasValue => !IsEmpty && Kind is not (CellKind.Error or CellKind.Unreadable);

    public static Cell OfText(string text)
    {
        text = text.Trim();
        var clean = Clean(text);
        if (!clean.Equals(text, StringComparison.Ordinal)) return new(clean, CellKind.Unreadable);
        var isError = text.StartsWith('#') ? Errors.Contains(text) : text.StartsWith("Err:", StringComparison.Ordinal);
        return new(text, isError ? CellKind.Error : CellKind.Text);
    }

    /// <summary>The same text where it can be stored, else with U+FFFD in place of what cannot.</summary>
    public static string Clean(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains('\0', StringComparison.Ordinal)) return text;
        return string.Concat(text.EnumerateRunes().Select(rune => (rune.Value == 0 ? Rune.ReplacementChar : rune).ToString()));
    }
}

/// <summary>One row, numbered as the sheet numbers it: the first is 1, blank rows count.</summary>
internal sealed record TableRow(int Number, Cell[] Cells)
{
    public bool IsBlank => Array.TrueForAll(Cells, cell => cell.IsEmpty);
}

/// <summary>The sheet that was chosen and its rows; each enumeration reads from the beginning. A text file's sheet has no name.</summary>
internal sealed record Table(string Sheet, IEnumerable<TableRow> Rows);
