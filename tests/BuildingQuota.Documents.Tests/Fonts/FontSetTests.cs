using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Tests.Fonts;

public sealed class FontSetTests
{
    /// <summary>In GBK, which Song Regular covers, but not in GB 2312, which the bold face covers.</summary>
    private const string Rare = "喆";

    [Fact]
    public void A_glyph_that_the_title_face_lacks_is_taken_from_the_fallback_and_reported()
    {
        var rendered = LetterPdf.Render(DemoLetters.Notice() with { Title = $"关于{Rare}镇的告知书" });
        var missing = Assert.Single(rendered.Layout.MissingGlyphs);
        Assert.Equal(new MissingGlyph(Rare, "QuotaSong-Bold", "QuotaSong-Regular"), missing);
        Assert.Contains(rendered.Layout.Pages[0].Boxes, b => b.Kind == BoxKind.Title && b.Text.Contains(Rare, StringComparison.Ordinal));
    }

    [Fact]
    public void A_glyph_that_no_face_has_is_reported_as_such()
    {
        var rendered = LetterPdf.Render(DemoLetters.Notice() with { Body = [new Paragraph("生僻字𠮷一个。")] });
        Assert.Equal(new MissingGlyph("𠮷", "QuotaSong-Regular", null), Assert.Single(rendered.Layout.MissingGlyphs));
    }

    [Fact]
    public void A_letter_within_the_supplied_faces_reports_nothing() =>
        Assert.Empty(LetterPdf.Render(DemoLetters.Notice()).Layout.MissingGlyphs);

    [Fact]
    public void An_office_that_owns_a_face_names_its_file()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".ttf");
        File.WriteAllBytes(path, Resource("Hei-Regular.ttf"));
        try
        {
            var fonts = FontSet.Default.With(FontRole.Body, path);
            var page = LetterPdf.Render(DemoLetters.Notice(), fonts).Layout.Pages[0];
            Assert.All(page.Boxes.Where(b => b.Kind == BoxKind.Text), b => Assert.Equal("QuotaHei-Regular", b.Face));
            Assert.Same(fonts[FontRole.Body], FontSet.Default.With(FontRole.Title, path)[FontRole.Title]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_font_file_that_is_not_there_is_refused_by_name()
    {
        var error = Assert.Throws<TypefaceException>(() => FontSet.Default.With(FontRole.Body, "fonts/none.ttf"));
        Assert.Equal("font.missing", error.Code);
        Assert.Contains("fonts/none.ttf", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outlines_that_cannot_be_made_a_subset_are_refused()
    {
        var postScript = "OTTO"u8.ToArray().Concat(new byte[40]).ToArray();
        Assert.Equal("font.not-truetype", Assert.Throws<TypefaceException>(() => new Typeface(postScript, "a.otf")).Code);
        Assert.Equal("font.unreadable", Assert.Throws<TypefaceException>(() => new Typeface([1, 2, 3], "b.ttf")).Code);
    }

    [Fact]
    public void A_subset_reads_back_as_a_font_with_the_same_outlines_and_widths()
    {
        var face = FontSet.Default[FontRole.Body];
        int[] codePoints = ['A', '0', '国', '²'];
        var tables = new TableReader(new FontSubset(face, codePoints).Build(), "subset");
        Assert.Equal(codePoints.Length + 1, TableReader.ReadUInt16(tables.Table("maxp"), 4));
        for (var i = 0; i < codePoints.Length; i++)
        {
            var offset = (int)TableReader.ReadUInt32(tables.Table("loca"), 4 * (i + 1));
            var outline = face.OutlineOf(face.GlyphOf(codePoints[i]));
            Assert.True(tables.Table("glyf").Slice(offset, outline.Length).SequenceEqual(outline));
            Assert.Equal(face.AdvanceOf(codePoints[i]), TableReader.ReadUInt16(tables.Table("hmtx"), 4 * (i + 1)));
        }
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(FontSet).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
