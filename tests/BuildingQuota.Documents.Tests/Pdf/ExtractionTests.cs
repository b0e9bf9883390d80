using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Tests.Pdf;

/// <summary>What pdftotext and pdffonts read; skipped where poppler-utils is not installed.</summary>
public sealed class ExtractionTests
{
    private static readonly RenderedLetter Notice = LetterPdf.Render(DemoLetters.Notice());

    [SkippableFact]
    public async Task The_text_comes_back_in_reading_order_and_lines_unbroken()
    {
        Skip.IfNot(Poppler.Has("pdftotext"), "poppler-utils is not installed");
        var text = await Poppler.RunAsync("pdftotext", Notice.Pdf, "FILE", "-");
        var at = 0;
        foreach (var box in Notice.Layout.Pages.SelectMany(p => p.Boxes).Where(IsProse))
        {
            var found = text.IndexOf(box.Text.TrimEnd(), at, StringComparison.Ordinal);
            Assert.True(found >= at, $"'{box.Text}' is not found as one line after position {at}.");
            at = found;
        }
    }

    [SkippableFact]
    public async Task A_circulars_table_of_three_pages_comes_back_row_by_row()
    {
        Skip.IfNot(Poppler.Has("pdftotext"), "poppler-utils is not installed");
        var text = await Poppler.RunAsync("pdftotext", LetterPdf.Render(DemoLetters.Circular()).Pdf, "-layout", "FILE", "-");
        for (var n = 1; n <= 62; n++)
            Assert.Matches($@"(?m)^\s*{n}\s+塔城地区第 ?{n} ?中学\s+[\d,]+\.00\s+[\d.]+\s*$", text);
    }

    [SkippableFact]
    public async Task Every_font_is_an_embedded_subset_with_a_map_to_unicode()
    {
        Skip.IfNot(Poppler.Has("pdffonts"), "poppler-utils is not installed");
        var listing = await Poppler.RunAsync("pdffonts", Notice.Pdf, "FILE");
        var rows = listing.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Matches(@"^[A-Z]{6}\+Quota\S+\s+CID TrueType\s+Identity-H\s+yes yes yes", row));
    }

    [SkippableFact]
    public async Task Title_author_and_dates_are_the_letters()
    {
        Skip.IfNot(Poppler.Has("pdfinfo"), "poppler-utils is not installed");
        var info = await Poppler.RunAsync("pdfinfo", Notice.Pdf, "-isodates", "FILE");
        Assert.Contains("塔城地区机关事务管理局关于沙湾市人民医院2025年度超定额用能的告知书", info, StringComparison.Ordinal);
        Assert.Matches(@"Author:\s+塔城地区机关事务管理局", info);
        Assert.Matches(@"Subject:\s+超定额用能告知书", info);
        Assert.Matches("CreationDate:\\s+2026-11-05", info);
        Assert.Matches(@"Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)", info);
    }

    private static bool IsProse(PlacedBox box) =>
        box.Kind is BoxKind.OrganMark or BoxKind.Number or BoxKind.Title or BoxKind.Addressee or BoxKind.Text or BoxKind.Heading
            or BoxKind.Signer or BoxKind.Date;
}
