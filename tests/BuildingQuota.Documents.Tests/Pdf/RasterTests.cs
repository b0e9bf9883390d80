using System.Globalization;
using System.Text.RegularExpressions;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Tests.Pdf;

/// <summary>The page as another program draws it, measured in its pixels and word boxes: the report may not say what the paper does not
/// show.</summary>
public sealed partial class RasterTests
{
    private const int PixelsPerMillimetre = 10;
    private static readonly RenderedLetter Notice = LetterPdf.Render(DemoLetters.Notice());

    [SkippableFact]
    public async Task Red_mark_and_lines_stand_where_the_standard_wants_them_to_a_fifth_of_a_millimetre()
    {
        Skip.IfNot(Poppler.Has("pdftoppm"), "poppler-utils is not installed");
        var page = await RedPixels.OfFirstPageAsync(Notice.Pdf, PixelsPerMillimetre);
        Assert.InRange(page.Rows[0], 29.8, 30.2);
        Assert.InRange(page.Rows[^1], 276.8, 277.2);
        Assert.InRange(page.Columns[0], 19.8, 20.2);
        Assert.InRange(page.Columns[^1], 189.8, 190.2);
        var bands = page.Bands();
        Assert.Equal(5, bands.Count);
        Assert.InRange(bands[1].Top - bands[0].Bottom, 3.8, 4.2);
        Assert.True(bands[1].Height > bands[2].Height && bands[4].Height > bands[3].Height);
    }

    [SkippableFact]
    public async Task Words_stand_where_the_report_says()
    {
        Skip.IfNot(Poppler.Has("pdftotext"), "poppler-utils is not installed");
        var words = WordBox().Matches(await Poppler.RunAsync("pdftotext", Notice.Pdf, "-bbox", "FILE", "-"))
            .Select(m => (Left: Millimetres(m.Groups[1].Value), Right: Millimetres(m.Groups[2].Value), Text: m.Groups[3].Value)).ToList();
        foreach (var kind in new[] { BoxKind.Number, BoxKind.Signer, BoxKind.Date, BoxKind.Addressee })
        {
            var box = Notice.Layout.Pages.SelectMany(p => p.Boxes).Single(b => b.Kind == kind);
            Assert.Contains(words, w => w.Text == box.Text && Math.Abs(w.Left - box.X) < 0.2 && Math.Abs(w.Right - box.Right) < 0.2);
        }
    }

    private static double Millimetres(string points) => double.Parse(points, CultureInfo.InvariantCulture) * 25.4 / 72;

    [GeneratedRegex("""<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]+)</word>""")]
    private static partial Regex WordBox();
}
