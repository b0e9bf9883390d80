using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Paper;
using static BuildingQuota.Documents.Tests.Letters.Measures;

namespace BuildingQuota.Documents.Tests.Letters;

/// <summary>信函格式 against GB/T 9704-2012 clause 10.1, in millimetres.</summary>
public sealed class LetterFormatTests
{
    private static readonly IReadOnlyList<PageReport> Pages = PagesOf(DemoLetters.Notice());

    [Fact]
    public void The_mark_is_red_centred_and_its_ink_begins_30_mm_below_the_page_edge()
    {
        var mark = Pages.Single(BoxKind.OrganMark);
        Near(30, mark.Y);
        Near(105, (mark.X + mark.Right) / 2);
        Assert.Equal(Ink.HeadRed, mark.Ink);
        Assert.Equal("塔城地区机关事务管理局", mark.Text);
    }

    [Fact]
    public void A_red_double_line_thick_over_thin_stands_4_mm_below_the_mark()
    {
        var lines = Pages[0].Of(BoxKind.RedLine).Take(2).ToList();
        Near(Pages.Single(BoxKind.OrganMark).Bottom + 4, lines[0].Y);
        Assert.True(lines[0].Height > lines[1].Height);
        Assert.True(lines[1].Y > lines[0].Bottom);
    }

    [Fact]
    public void A_red_double_line_thin_over_thick_ends_20_mm_above_the_page_edge()
    {
        var lines = Pages[0].Of(BoxKind.RedLine).Skip(2).ToList();
        Near(297 - 20, lines[1].Bottom);
        Assert.True(lines[0].Height < lines[1].Height);
        Assert.True(lines[0].Bottom < lines[1].Y);
    }

    [Fact]
    public void All_red_lines_are_170_mm_long_centred_red_and_only_on_page_1()
    {
        Assert.All(Pages[0].Of(BoxKind.RedLine), line =>
        {
            Near(170, line.Width);
            Near(20, line.X);
            Assert.Equal(Ink.HeadRed, line.Ink);
        });
        Assert.Equal(4, Pages.Sum(p => p.Of(BoxKind.RedLine).Count()));
    }

    [Fact]
    public void The_number_ends_at_the_type_areas_right_edge_seven_eighths_of_a_character_below_the_line()
    {
        var number = Pages.Single(BoxKind.Number);
        Near(28 + 156, number.Right);
        Near(Pages[0].Of(BoxKind.RedLine).ElementAt(1).Bottom + (16 * 7 / 8.0 * 25.4 / 72), number.Y);
        Assert.Equal("塔地机管〔2026〕12号", number.Text);
    }

    [Fact]
    public void The_title_stands_two_lines_below_the_number_in_22_points_centred()
    {
        var title = Pages[0].Of(BoxKind.Title).ToList();
        var pitch = 225 / 22.0;
        Assert.InRange(title[0].Y - Pages.Single(BoxKind.Number).Bottom, 2 * pitch, (2 * pitch) + 2);
        Assert.All(title, line => Near(28 + 78, (line.X + line.Right) / 2));
        Assert.All(title, line => Assert.Equal(22, line.Size));
        Assert.Equal(["塔城地区机关事务管理局关于", "沙湾市人民医院2025年度", "超定额用能的告知书"], title.Select(t => t.Text));
    }

    [Fact]
    public void The_addressee_is_flush_left_one_blank_line_below_the_title_with_a_full_width_colon()
    {
        var addressee = Pages.Single(BoxKind.Addressee);
        Near(28, addressee.X);
        Assert.Equal("沙湾市人民医院：", addressee.Text);
        Assert.InRange(addressee.Y - Pages[0].Of(BoxKind.Title).Last().Y, 1.9 * 225 / 22, 2.2 * 225 / 22);
    }

    [Fact]
    public void Page_1_bears_no_number_and_page_2_bears_one_at_the_left()
    {
        Assert.Empty(Pages[0].Of(BoxKind.PageNumber));
        var number = Pages[1].Of(BoxKind.PageNumber).Single();
        Assert.Equal("— 2 —", number.Text);
        Assert.Equal(14, number.Size);
        Near(28 + (14 * 25.4 / 72), number.X);
    }

    [Fact]
    public void A_letter_without_a_number_says_draft_in_its_place()
    {
        var number = PagesOf(DemoLetters.Notice() with { Number = null }).Single(BoxKind.Number);
        Assert.Equal("〔草稿〕", number.Text);
        Near(28 + 156, number.Right);
    }

    [Fact]
    public void A_very_long_organ_name_is_narrowed_into_the_type_area()
    {
        var mark = PagesOf(DemoLetters.Notice() with { Organ = "伊犁哈萨克自治州塔城地区和布克赛尔蒙古自治县机关事务管理服务中心" }).Single(BoxKind.OrganMark);
        Near(156, mark.Width);
        Near(30, mark.Y);
    }
}
