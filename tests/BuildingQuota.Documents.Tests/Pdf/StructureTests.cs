using BuildingQuota.Documents.Letters;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace BuildingQuota.Documents.Tests.Pdf;

/// <summary>The file read back by PDFsharp.</summary>
public sealed class StructureTests
{
    private static readonly byte[] Pdf = LetterPdf.Render(DemoLetters.Notice()).Pdf;

    [Fact]
    public void Each_page_is_A4_and_the_catalog_names_the_language()
    {
        using var document = Open(Pdf);
        Assert.Equal("zh-CN", document.Language);
        Assert.All(document.Pages.Cast<PdfPage>(), page =>
            Assert.Equal((595, 842), ((int)page.Width.Point, (int)Math.Ceiling(page.Height.Point))));
    }

    [Fact]
    public void Fonts_are_subsets_with_their_file_inside()
    {
        using var document = Open(Pdf);
        var descriptors = document.Internals.GetAllObjects().OfType<PdfDictionary>()
            .Where(d => d.Elements.GetName("/Type") == "/FontDescriptor").ToList();
        Assert.Equal(3, descriptors.Count);
        Assert.All(descriptors, d =>
        {
            Assert.Matches(@"^/[A-Z]{6}\+Quota", d.Elements.GetName("/FontName"));
            Assert.NotNull(d.Elements.GetDictionary("/FontFile2"));
        });
    }

    [Fact]
    public void An_English_letter_says_so()
    {
        using var document = Open(LetterPdf.Render(DemoLetters.EnglishNotice()).Pdf);
        Assert.Equal("en", document.Language);
        Assert.Equal("Notice of Energy Use above Quota in 2025 to Shawan People’s Hospital", document.Info.Title);
    }

    private static PdfDocument Open(byte[] pdf) => PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
}
