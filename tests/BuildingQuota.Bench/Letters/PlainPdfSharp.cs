using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Paper;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace BuildingQuota.Bench.Letters;

/// <summary>The peer: PDFsharp as its manual shows it, a font resolver and one DrawString a line. It is given the places that our layout
/// worked out,
/// and spared justification, hatching and axes.</summary>
internal static class PlainPdfSharp
{
    public static void Prepare() => GlobalFontSettings.FontResolver = new EmbeddedFaces();

    public static byte[] Write(LayoutReport layout)
    {
        using var document = new PdfDocument();
        foreach (var report in layout.Pages)
        {
            var page = document.AddPage();
            (page.Width, page.Height) = (XUnit.FromMillimeter(210), XUnit.FromMillimeter(297));
            using var graphics = XGraphics.FromPdfPage(page, XGraphicsUnit.Point);
            foreach (var box in report.Boxes) Draw(graphics, box);
        }
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return file.ToArray();
    }

    private static void Draw(XGraphics graphics, PlacedBox box)
    {
        double x = Points(box.X), y = Points(box.Y);
        if (box.Face.Length > 0)
            graphics.DrawString(box.Text, new XFont(box.Face, box.Size), XBrushes.Black, x, y + (0.88 * box.Size));
        else if (box.Kind is BoxKind.RedLine or BoxKind.ChartColumn)
            graphics.DrawRectangle(XBrushes.Red, x, y, Points(box.Width), Points(box.Height));
    }

    private static double Points(double millimetres) => millimetres * 72 / 25.4;

    private sealed class EmbeddedFaces : IFontResolver
    {
        public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => new(familyName);

        public byte[]? GetFont(string faceName)
        {
            using var stream = typeof(FontSet).Assembly.GetManifestResourceStream(faceName["Quota".Length..] + ".ttf")!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
