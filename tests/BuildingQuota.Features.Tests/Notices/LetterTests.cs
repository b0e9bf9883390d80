using System.Diagnostics;
using System.Text;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Features.Notices;
using BuildingQuota.Features.Notices.Content;
using BuildingQuota.Features.Notices.Letters;
using BuildingQuota.Testing;

namespace BuildingQuota.Features.Tests.Notices;

/// <summary>What a letter says and how it stands, in every family and language.</summary>
public sealed class LetterTests
{
    private static readonly NoticeLetter Letter = new(new NoticeTemplates(new NoticeSettings { TemplateFolder = RepositoryRoot.File("seed", "templates") }));

    public static IEnumerable<object[]> Kinds =>
        from family in Enum.GetValues<IndicatorFamily>() from language in Enum.GetValues<LetterLanguage>() select (object[])[family, language];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_family_has_a_letter_in_both_languages_with_all_its_glyphs_and_no_field_left(IndicatorFamily family, LetterLanguage language)
    {
        var made = Letter.Render(LetterContents.Energy with { Family = family }, LetterContents.Stamp, language);

        Assert.Empty(made.Layout.MissingGlyphs);
        var words = TextOf(made);
        Assert.DoesNotContain(words, c => c is '{' or '}' or '[' or '@');
        Assert.Contains("10,400.00", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes_and_another_number_gives_others()
    {
        var again = CanonicalJson.Read(CanonicalJson.Write(LetterContents.Energy));
        Assert.Equal(Pdf(LetterContents.Energy), Pdf(again));
        Assert.NotEqual(Pdf(LetterContents.Energy), Pdf(LetterContents.Energy, LetterContents.Stamp with { Number = "塔地机管〔2026〕13号" }));
    }

    [Fact]
    public void An_energy_letter_says_what_the_law_says_and_by_when_to_reply()
    {
        var words = TextOf(LetterContents.Energy);
        foreach (var said in (string[])[
            "《公共机构节能条例》第十七条", "第三十七条第（五）项", "2026年12月11日", "15个工作日", "有3项指标高于约束值", "22.10", "20.8", "6.25",
            "176,800.00kgce", "8,000.00m²", "DB37", "DB37/T2672-2019", "表1", "3.12", "数据截至2026年11月20日8时05分", "联系部门：节能科",
        ])
            Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.DoesNotContain("缺失", words, StringComparison.Ordinal);
        Assert.DoesNotContain("非完整年度", words, StringComparison.Ordinal);
        Assert.DoesNotContain("暂按周末推算", words, StringComparison.Ordinal);
    }

    [Theory, InlineData(IndicatorFamily.Water), InlineData(IndicatorFamily.Carbon)]
    public void Letters_that_no_statute_read_so_far_covers_cite_none(IndicatorFamily family)
    {
        var words = TextOf(LetterContents.Water with { Family = family });
        Assert.DoesNotContain("条例", words, StringComparison.Ordinal);
        Assert.DoesNotContain("限期改正", words, StringComparison.Ordinal);
        Assert.DoesNotContain("系数集", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_bills_a_broken_year_and_an_unpublished_calendar_are_said()
    {
        var words = TextOf(LetterContents.Bounded, LetterContents.Stamp with { ReplyIsCertain = false });
        foreach (var said in (string[])["有账单缺失", "≥21.0527", "≥1.21", "至少超出1.21%", "补报缺失的账单", "非完整年度", "暂按周末推算", "缺"])
            Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.DoesNotContain("项指标高于约束值", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_says_so_in_the_numbers_place()
    {
        var boxes = Letter.Render(LetterContents.Energy, LetterContents.Stamp with { Number = null }, LetterLanguage.Chinese).Layout.Pages[0].Boxes;
        Assert.Equal("〔草稿〕", boxes.Single(box => box.Kind == BoxKind.Number).Text);
    }

    [Fact]
    public void A_translation_says_that_it_is_one()
    {
        var words = Letter.Render(LetterContents.Energy, LetterContents.Stamp, LetterLanguage.English).Layout.Pages[0].Boxes.Select(box => box.Text);
        Assert.Contains("This is a translation", string.Join(' ', words), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_seven_digits_stay_on_one_line_of_their_cells()
    {
        var row = LetterContents.Energy.Rows[0] with { OverrunAmount = 1_234_567.89m, Numerator = 9_876_543.21m, Denominator = 111_260.274m };
        var cells = Letter.Render(LetterContents.Energy with { Rows = [row] }, LetterContents.Stamp, LetterLanguage.Chinese).Layout.Pages
            .SelectMany(page => page.Boxes).Where(box => box.Kind == BoxKind.TableCell).Select(box => box.Text.TrimEnd()).ToList();
        var bounded = Letter.Render(LetterContents.Bounded with { Rows = [LetterContents.Bounded.Rows[0] with { LowerBound = 1_234.5678m, OverrunPercent = 117.43m }] },
            LetterContents.Stamp, LetterLanguage.Chinese).Layout.Pages.SelectMany(page => page.Boxes).Select(box => box.Text).ToList();
        foreach (var figure in (string[])["≥1,234.5678", "≥117.43"]) Assert.Contains(figure, bounded);
        foreach (var figure in (string[])["1,234,567.89", "9,876,543.21 kgce", "111,260.274 m²"]) Assert.Contains(figure, cells);
    }

    [SkippableFact]
    public async Task The_text_can_be_copied_out_of_the_pdf()
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")));
        Skip.IfNot(found, "poppler-utils is not installed");
        var text = await Extract(Pdf(LetterContents.Energy));
        foreach (var said in (string[])["塔地机管〔2026〕12号", "塔城地区发展和改革委员会（示范）：", "10,400.00", "69,877.60", "1,234.5678", "13.43", "2026年11月20日"])
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    private static byte[] Pdf(NoticeContent content, LetterStamp? stamp = null) =>
        Letter.Render(content, stamp ?? LetterContents.Stamp, LetterLanguage.Chinese).Pdf;

    private static string TextOf(NoticeContent content, LetterStamp? stamp = null) =>
        TextOf(Letter.Render(content, stamp ?? LetterContents.Stamp, LetterLanguage.Chinese));

    /// <summary>All words in reading order, without the blanks and breaks that lines have.</summary>
    private static string TextOf(RenderedLetter made)
    {
        var words = new StringBuilder();
        foreach (var box in made.Layout.Pages.SelectMany(page => page.Boxes).Where(box => box.Kind != BoxKind.PageNumber)) words.Append(box.Text);
        return words.Replace(" ", "").ToString();
    }

    private static async Task<string> Extract(byte[] pdf)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        await File.WriteAllBytesAsync(path, pdf);
        try
        {
            var start = new ProcessStartInfo("pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
            using var process = Process.Start(start)!;
            return await process.StandardOutput.ReadToEndAsync();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
