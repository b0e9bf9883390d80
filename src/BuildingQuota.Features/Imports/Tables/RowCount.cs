namespace BuildingQuota.Features.Imports.Tables;

/// <summary>Counts the rows of a table while it is read, and ends the reading behind the last one that may be there.</summary>
internal sealed class RowCount(ImportLimits limits)
{
    private int _filled;

    public TableRow Count(TableRow row)
    {
        if (!row.IsBlank && ++_filled > limits.Rows + 1) throw new UnreadableFileException("file.too-many-rows", row.Number, limits.Rows);
        if (row.Number > limits.SheetRows) throw new UnreadableFileException("file.too-many-rows", row.Number, limits.SheetRows);
        return row;
    }
}
