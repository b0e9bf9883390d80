using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Typesetting;

namespace BuildingQuota.Documents.Tables;

/// <summary>Turns a table into strips, one a row.</summary>
internal sealed class TableFlow(Table table, BodyFlow flow)
{
    private const double Padding = 4, Border = 0.5;
    private readonly TextStyle _head = flow.Style(FontRole.TableHead, table.Size) with { Advance = 0 };
    private readonly TextStyle _cell = flow.Style(FontRole.Table, table.Size) with { Advance = 0 };
    private readonly double _pitch = table.Size * 1.35;

    public IEnumerable<FlowItem> Items()
    {
        if (table.Rows.FirstOrDefault(r => r.Count != table.Columns.Count) is { } odd)
            throw new ArgumentException($"table.cells-missing: a row of {odd.Count} cells in a table of {table.Columns.Count} columns: "
                + "give every row a cell for each column.");
        if (table.Caption is null && table.Unit is null) yield return Gap();
        else foreach (var line in flow.Caption(table.Caption ?? "", table.Unit ?? "", table.Size)) yield return line;
        var widths = Widths();
        var titles = table.Columns.Select((c, i) => Lines(c.Title, _head, widths[i])).ToArray();
        var head = Row(titles, Rooms(widths, Align.Centre), BoxKind.TableHead);
        yield return head with { KeepWithNext = true };
        var texts = table.Rows.Select(r => r.Select((t, i) => Lines(t, _cell, widths[i], table.Columns[i].Align)).ToArray()).ToList();
        var rooms = Rooms(widths, null, texts);
        foreach (var row in texts.SelectMany(SplitOverlong)) yield return Row(row, rooms, BoxKind.TableCell) with { Header = head };
    }

    private static FlowItem Gap() => new(2 * Padding, (_, _) => { }) { IsBlank = true, KeepWithNext = true };

    private double[] Widths()
    {
        var sum = table.Columns.Sum(c => c.Weight);
        return [.. table.Columns.Select(c => c.Weight * PageGrid.Width / sum)];
    }

    private ColumnRoom[] Rooms(double[] widths, Align? align, List<CellText[]>? rows = null)
    {
        var left = PageGrid.Left;
        return [.. widths.Select((width, i) =>
        {
            var numbers = rows?.Select(r => r[i]).Where(c => c.PointAt is not null).ToList() ?? [];
            var before = numbers.Count == 0 ? 0 : numbers.Max(n => n.PointAt!.Value);
            var after = numbers.Count == 0 ? 0 : numbers.Max(n => n.Lines[0].Width - n.PointAt!.Value);
            var room = new ColumnRoom(align ?? table.Columns[i].Align, left, width, before, after);
            left += width;
            return room;
        })];
    }

    private CellText Lines(string text, TextStyle style, double width, Align align = Align.Left)
    {
        var inner = width - (2 * Padding);
        var lines = text.Split('\n').SelectMany(t => flow.Typesetter.Paragraph(t, style, inner, 0, Setting.Ragged)).ToList();
        var point = align == Align.Point && lines.Count == 1 ? CellText.PointOf(text, flow.Typesetter, style) : null;
        return new CellText(lines, point);
    }

    /// <summary>A row longer than a page goes on in a further strip, so that no line is lost.</summary>
    private IEnumerable<CellText[]> SplitOverlong(CellText[] row)
    {
        var most = (int)((PageGrid.Height * 0.8) / _pitch);
        var longest = row.Max(c => c.Lines.Count);
        for (var from = 0; from == 0 || from < longest; from += most)
            yield return longest <= most ? row : [.. row.Select(c => c with { Lines = [.. c.Lines.Skip(from).Take(most)] })];
    }

    private FlowItem Row(CellText[] cells, ColumnRoom[] rooms, BoxKind kind)
    {
        var height = (Math.Max(1, cells.Max(c => c.Lines.Count)) * _pitch) + (2 * Padding);
        return new FlowItem(height, (sheet, top) =>
        {
            for (var i = 0; i < cells.Length; i++) DrawCell(sheet, cells[i], rooms[i], kind, top, height);
            DrawBorders(sheet, rooms, top, height);
        });
    }

    private void DrawCell(Sheet sheet, CellText cell, ColumnRoom room, BoxKind kind, double top, double height)
    {
        var y = top + ((height - (cell.Lines.Count * _pitch)) / 2) + ((_pitch - table.Size) / 2);
        foreach (var line in cell.Lines)
        {
            sheet.Text(kind, line, room.Left + cell.Offset(line, room, Padding), y);
            y += _pitch;
        }
    }

    private static void DrawBorders(Sheet sheet, ColumnRoom[] rooms, double top, double height)
    {
        sheet.Rule(PageGrid.Left, top, PageGrid.Right, top, Border);
        sheet.Rule(PageGrid.Left, top + height, PageGrid.Right, top + height, Border);
        foreach (var room in rooms) sheet.Rule(room.Left, top, room.Left, top + height, Border);
        sheet.Rule(PageGrid.Right, top, PageGrid.Right, top + height, Border);
    }
}
