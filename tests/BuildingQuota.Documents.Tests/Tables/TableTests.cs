using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Tables;
using BuildingQuota.Documents.Typesetting;
using static BuildingQuota.Documents.Tests.Letters.Measures;

namespace BuildingQuota.Documents.Tests.Tables;

public sealed class TableTests
{
    private const double Padding = 4 * 25.4 / 72;

    [Fact]
    public void The_head_is_repeated_on_every_page_and_no_row_is_lost()
    {
        var pages = Pages(DemoLetters.ManyRows(62));
        var withRows = pages.Where(p => p.Of(BoxKind.TableCell).Any()).ToList();
        Assert.True(withRows.Count >= 3);
        Assert.All(withRows, p => Assert.Equal(["序号", "单位名称", "建筑面积（m²）", "能耗（kgce/m²）"], p.Of(BoxKind.TableHead).Select(b => b.Text)));
        var numbers = withRows.SelectMany(p => p.Of(BoxKind.TableCell)).Where(b => b.Text.All(char.IsAsciiDigit) && b.X < 40)
            .Select(b => b.Text);
        Assert.Equal(Enumerable.Range(1, 62).Select(n => $"{n}"), numbers);
    }

    [Fact]
    public void A_table_that_fits_has_one_head() =>
        Assert.Equal(4, Pages(DemoLetters.ManyRows(3)).SelectMany(p => p.Of(BoxKind.TableHead)).Count());

    [Fact]
    public void Decimal_points_stand_under_each_other()
    {
        var cells = Cells(new Table([new("值", 1, Align.Point)], [["1,234.5"], ["0.75"], ["12"], ["3.333"]]));
        string[] whole = ["1,234", "0", "12", "3"];
        var point = cells[0].X + WidthOf(whole[0]);
        for (var i = 0; i < cells.Count; i++) Near(point, cells[i].X + WidthOf(whole[i]));
    }

    [Fact]
    public void Words_in_a_decimal_column_stand_in_the_middle()
    {
        var cell = Cells(new Table([new("值", 1, Align.Point)], [["—"], ["1.5"]]))[0];
        Near(28 + 78, (cell.X + cell.Right) / 2);
    }

    [Fact]
    public void Columns_share_the_width_by_weight_and_align_as_told()
    {
        var cells = Cells(new Table([new("甲", 1), new("乙", 2, Align.Centre), new("丙", 1, Align.Right)], [["左", "中", "右"]]));
        Near(28 + Padding, cells[0].X);
        Near(28 + 39 + 39, (cells[1].X + cells[1].Right) / 2);
        Near(28 + 156 - Padding, cells[2].Right);
    }

    [Fact]
    public void A_long_cell_wraps_inside_its_column()
    {
        var cells = Cells(new Table([new("甲", 1), new("乙", 3)], [[new string('长', 40), "短"]]));
        var wrapped = cells.Where(c => c.Text.Contains('长', StringComparison.Ordinal)).ToList();
        Assert.True(wrapped.Count > 3);
        Assert.Equal(40, wrapped.Sum(c => c.Text.Length));
        Assert.All(wrapped, c => Assert.InRange(c.Right, 28, 28 + 39));
    }

    [Fact]
    public void A_row_longer_than_a_page_goes_on_and_loses_nothing()
    {
        var pages = Pages(new Table([new("甲", 1), new("乙", 9)], [[new string('长', 300), "短"]]));
        var lines = pages.SelectMany(p => p.Of(BoxKind.TableCell)).ToList();
        Assert.Equal(300, lines.Sum(c => c.Text.Count(x => x == '长')));
        Assert.All(lines, c => Assert.InRange(c.Bottom, 37, 37 + 225));
    }

    [Fact]
    public void A_long_caption_is_broken_and_keeps_off_the_unit()
    {
        var caption = "Table 1. Energy use of the institution in 2025 against every tier of its quota, and the overrun of each indicator";
        var table = new Table([new("甲")], [["1"]]) { Caption = caption, Unit = "Amounts in kgce" };
        var boxes = Pages(table).SelectMany(p => p.Of(BoxKind.Caption)).ToList();
        Assert.Equal(caption, string.Concat(boxes.SkipLast(1).Select(b => b.Text)));
        Assert.All(boxes.SkipLast(1), b => Assert.InRange(b.Right, 28, boxes[^1].X));
        Near(28 + 156, boxes[^1].Right);
    }

    [Fact]
    public void A_row_with_too_few_cells_is_refused_with_its_count()
    {
        var error = Assert.Throws<ArgumentException>(() => Pages(new Table([new("甲"), new("乙")], [["一"]])));
        Assert.Contains("1 cells in a table of 2 columns", error.Message, StringComparison.Ordinal);
    }

    private static List<PlacedBox> Cells(Table table) => [.. Pages(table).SelectMany(p => p.Of(BoxKind.TableCell))];

    private static IReadOnlyList<PageReport> Pages(Table table) => PagesOf(DemoLetters.Notice() with { Body = [table] });

    private static double WidthOf(string number) =>
        new Typesetter(FontSet.Default).Line(number, new TextStyle(FontRole.Table, 12)).Width * 25.4 / 72;
}
