using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Tests.Letters;

/// <summary>Reading boxes of a rendered letter.</summary>
internal static class Measures
{
    /// <summary>Half a tenth of a millimetre: what a ruler on paper cannot tell.</summary>
    public const double Tolerance = 0.05;

    public static IReadOnlyList<PageReport> PagesOf(OfficialLetter letter) => LetterPdf.Render(letter).Layout.Pages;

    public static IEnumerable<PlacedBox> Of(this PageReport page, BoxKind kind) => page.Boxes.Where(b => b.Kind == kind);

    public static PlacedBox Single(this IEnumerable<PageReport> pages, BoxKind kind) => pages.SelectMany(p => p.Of(kind)).Single();

    public static void Near(double expectedMillimetres, double actual) =>
        Assert.InRange(actual, expectedMillimetres - Tolerance, expectedMillimetres + Tolerance);
}
