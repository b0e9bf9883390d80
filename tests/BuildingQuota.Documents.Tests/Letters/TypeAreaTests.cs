using BuildingQuota.Documents.Charts;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Paper;
using static BuildingQuota.Documents.Tests.Letters.Measures;

namespace BuildingQuota.Documents.Tests.Letters;

/// <summary>Body, signature and page numbers against GB/T 9704-2012 clauses 5.2, 7.3 and 7.5.</summary>
public sealed class TypeAreaTests
{
    private const double Pitch = 225 / 22.0, Advance = 156 / 28.0, CharacterSize = 16 * 25.4 / 72;

    private static readonly IReadOnlyList<PageReport> Long = PagesOf(DemoLetters.Notice() with
    {
        Body = [new Paragraph(new string('节', 28 * 70))],
    });

    [Fact]
    public void A_full_page_holds_22_lines_of_28_characters_filling_156_by_225_mm()
    {
        var lines = Long[1].Of(BoxKind.Text).ToList();
        Assert.Equal(22, lines.Count);
        Assert.All(lines, line =>
        {
            Assert.Equal(28, line.Text.Length);
            Assert.Equal(16, line.Size);
            Near(28, line.X);
            Near(156, line.Width);
        });
        Near(37 + ((Pitch - CharacterSize) / 2), lines[0].Y);
        Near(37 + 225 - ((Pitch - CharacterSize) / 2), lines[^1].Bottom);
        Near(Pitch, lines[1].Y - lines[0].Y);
    }

    [Fact]
    public void A_paragraphs_first_line_is_indented_by_two_characters()
    {
        var lines = Long[0].Of(BoxKind.Text).ToList();
        Near(28 + (2 * Advance), lines[0].X);
        Assert.Equal(26, lines[0].Text.Length);
        Near(28, lines[1].X);
    }

    [Fact]
    public void The_date_leaves_four_characters_at_the_right_and_the_name_is_centred_over_it()
    {
        var pages = PagesOf(DemoLetters.Notice());
        PlacedBox date = pages.Single(BoxKind.Date), name = pages.Single(BoxKind.Signer);
        Assert.Equal("2026年11月5日", date.Text);
        Near(28 + 156 - (4 * Advance), date.Right);
        Near((date.X + date.Right) / 2, (name.X + name.Right) / 2);
        Near(date.Y - Pitch, name.Y);
    }

    [Fact]
    public void The_seals_place_is_left_free_over_name_and_date_within_a_line_of_the_body()
    {
        var pages = PagesOf(DemoLetters.Notice());
        var seal = pages.Single(BoxKind.SealArea);
        var body = pages[^1].Of(BoxKind.Text).Last(b => b.Bottom < seal.Bottom && b.Y < pages.Single(BoxKind.Signer).Y);
        Near(42, seal.Width);
        Assert.InRange(seal.Y - body.Bottom, 0, Pitch);
        Assert.InRange(seal.Bottom, pages.Single(BoxKind.Date).Bottom, 262);
    }

    [Fact]
    public void A_long_name_stays_inside_the_type_area()
    {
        var name = PagesOf(DemoLetters.Notice() with { Signer = new string('局', 26) }).Single(BoxKind.Signer);
        Near(28 + 156, name.Right);
    }

    [Fact]
    public void Odd_pages_are_numbered_at_the_right_even_ones_at_the_left_7_mm_below_the_type_area()
    {
        var character = 14 * 25.4 / 72;
        Assert.True(Long.Count >= 3);
        foreach (var page in Long.Skip(1))
        {
            var number = page.Of(BoxKind.PageNumber).Single();
            if (page.Number % 2 == 1) Near(28 + 156 - character, number.Right);
            else Near(28 + character, number.X);
            Assert.InRange(37 + 225 + 7, number.Y, number.Bottom);
        }
    }

    [Fact]
    public void The_signature_never_stands_on_a_page_without_body()
    {
        for (var characters = 28 * 8; characters < 28 * 14; characters += 28)
        {
            var pages = PagesOf(DemoLetters.Notice() with { Note = null, Body = [new Paragraph(new string('节', characters))] });
            Assert.NotEmpty(pages.Single(p => p.Of(BoxKind.Date).Any()).Of(BoxKind.Text));
        }
    }

    [Fact]
    public void Headings_that_all_want_to_stay_together_are_parted_before_the_signature_stands_alone()
    {
        for (var count = 1; count < 30; count++)
        {
            var body = Enumerable.Repeat<Block>(new Heading(1, "一、标题"), count).ToList();
            var pages = PagesOf(DemoLetters.Notice() with { Body = body, Format = LetterFormat.Document });
            Assert.Equal(count, pages.Sum(p => p.Of(BoxKind.Heading).Count()));
            Assert.Equal(3, pages[0].Of(BoxKind.Title).Count());
            Assert.NotEmpty(pages.Single(p => p.Of(BoxKind.Date).Any()).Of(BoxKind.Heading));
        }
    }

    [Fact]
    public void A_letter_that_begins_with_a_chart_and_ends_with_a_line_begins_on_page_1()
    {
        var chart = new ColumnChart(["1月"], new("本年", [1]), "kgce") { Caption = "图1" };
        var pages = PagesOf(DemoLetters.Notice() with { Body = [chart, new Paragraph("请说明。")] });
        Assert.Single(pages[0].Of(BoxKind.Addressee));
        Assert.Single(pages[0].Of(BoxKind.Chart));
    }

    [Fact]
    public void A_heading_never_stands_last_on_a_page()
    {
        for (var lines = 8; lines < 14; lines++)
        {
            var pages = PagesOf(DemoLetters.Notice() with
            {
                Body = [new Paragraph(new string('节', 28 * lines)), new Heading(1, "二、有关要求"), new Paragraph(new string('能', 28 * 9))],
            });
            var page = pages.Single(p => p.Of(BoxKind.Heading).Any());
            Assert.Contains(page.Of(BoxKind.Text), t => t.Y > page.Of(BoxKind.Heading).Single().Y);
        }
    }

    [Fact]
    public void Headings_take_the_faces_of_their_level()
    {
        var body = Enumerable.Range(1, 4).Select(level => new Heading(level, "标题")).Append<Block>(new Paragraph("正文。")).ToList();
        var headings = PagesOf(DemoLetters.Notice() with { Body = body }).SelectMany(p => p.Of(BoxKind.Heading)).ToList();
        Assert.Equal(["QuotaHei-Regular", "QuotaSong-Bold", "QuotaSong-Regular", "QuotaSong-Regular"], headings.Select(h => h.Face));
        Assert.All(headings, h => Near(28 + (2 * Advance), h.X));
        Assert.Throws<ArgumentOutOfRangeException>(() => PagesOf(DemoLetters.Notice() with { Body = [new Heading(5, "标题")] }));
    }
}
