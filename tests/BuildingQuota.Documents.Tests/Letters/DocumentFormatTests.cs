using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Paper;
using static BuildingQuota.Documents.Tests.Letters.Measures;

namespace BuildingQuota.Documents.Tests.Letters;

/// <summary>文件格式 against GB/T 9704-2012 clauses 7.2 to 7.4.</summary>
public sealed class DocumentFormatTests
{
    private const double Pitch = 225 / 22.0;
    private static readonly IReadOnlyList<PageReport> Pages = PagesOf(DemoLetters.Circular());

    [Fact]
    public void The_mark_begins_35_mm_below_the_type_areas_top()
    {
        var mark = Pages.Single(BoxKind.OrganMark);
        Near(37 + 35, mark.Y);
        Near(28 + 78, (mark.X + mark.Right) / 2);
        Assert.Equal(Ink.HeadRed, mark.Ink);
    }

    [Fact]
    public void The_number_is_centred_two_lines_below_the_mark_and_the_red_separator_4_mm_below_it()
    {
        PlacedBox number = Pages.Single(BoxKind.Number), line = Pages.Single(BoxKind.RedLine);
        Near(Pages.Single(BoxKind.OrganMark).Bottom + (2 * Pitch), number.Y);
        Near(28 + 78, (number.X + number.Right) / 2);
        Near(number.Bottom + 4, line.Y);
        Near(28, line.X);
        Near(156, line.Width);
    }

    [Fact]
    public void Page_1_is_numbered_at_the_right() =>
        Near(28 + 156 - (14 * 25.4 / 72), Pages[0].Of(BoxKind.PageNumber).Single().Right);

    [Fact]
    public void Attachments_are_listed_below_the_body_and_begin_new_pages()
    {
        var listed = Pages[1].Of(BoxKind.Attachment).Select(b => b.Text).ToList();
        Assert.Equal(["附件：", "1.2025年度公共机构用能定额执行情况表", "2.“十四五”期间单位建筑面积能耗与规划目标"], listed);
        var first = Pages[2].Boxes[0];
        Assert.Equal((BoxKind.Attachment, "附件1", "QuotaHei-Regular"), (first.Kind, first.Text, first.Face));
        Near(28, first.X);
        Near(first.Y + (2 * Pitch), Pages[2].Of(BoxKind.Title).First().Y + ((22 - 16) * 25.4 / 72 / 2));
        Assert.Equal("附件2", Pages[5].Boxes[0].Text);
    }

    [Fact]
    public void The_imprint_ends_with_the_type_area_between_lines_of_035_and_025_mm()
    {
        var lines = Pages[^1].Of(BoxKind.ImprintLine).OrderBy(b => b.Y).ToList();
        Near(37 + 225, lines[^1].Bottom);
        Assert.Equal([0.35, 0.25, 0.35], lines.Select(l => Math.Round(l.Height, 2, MidpointRounding.AwayFromZero)));
        Assert.All(lines, l => Near(156, l.Width));
        Assert.Contains(Pages[^1].Of(BoxKind.Imprint), b => b.Text == "2026年3月12日印发");
    }

    [Fact]
    public void A_letters_imprint_has_neither_lines_nor_printer()
    {
        var pages = PagesOf(DemoLetters.Notice() with { CopyTo = "塔城地区财政局。" });
        Assert.Empty(pages.SelectMany(p => p.Of(BoxKind.ImprintLine)));
        Assert.Equal(["塔城地区财政局。", "抄送："], pages[^1].Of(BoxKind.Imprint).Select(b => b.Text));
    }

    [Fact]
    public void A_single_attachment_is_not_numbered()
    {
        var pages = PagesOf(DemoLetters.Notice() with { Attachments = [new Attachment("明细表", [new Paragraph("略。")])] });
        Assert.Equal(["附件：", "明细表", "附件"], pages.SelectMany(p => p.Of(BoxKind.Attachment)).Select(b => b.Text));
    }
}
