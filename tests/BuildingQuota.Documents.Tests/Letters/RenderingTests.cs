using BuildingQuota.Documents.Letters;

namespace BuildingQuota.Documents.Tests.Letters;

public sealed class RenderingTests
{
    [Fact]
    public void The_same_letter_gives_the_same_bytes() =>
        Assert.Equal(LetterPdf.Render(DemoLetters.Notice()).Pdf, LetterPdf.Render(DemoLetters.Notice()).Pdf);

    [Fact]
    public void Another_letter_gives_other_bytes() =>
        Assert.NotEqual(LetterPdf.Render(DemoLetters.Notice()).Pdf,
            LetterPdf.Render(DemoLetters.Notice() with { Number = "塔地机管〔2026〕13号" }).Pdf);

    [Fact]
    public void Eight_letters_at_once_come_out_as_they_do_alone()
    {
        var letters = Enumerable.Range(1, 8).Select(n => DemoLetters.Notice() with { Number = $"塔地机管〔2026〕{n}号" }).ToList();
        var alone = letters.Select(l => LetterPdf.Render(l).Pdf).ToList();
        var together = new byte[letters.Count][];
        Parallel.For(0, letters.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            together[i] = LetterPdf.Render(letters[i]).Pdf);
        Assert.Equal(alone, together);
    }

    [Fact]
    public void A_two_page_letter_stays_small() => Assert.InRange(LetterPdf.Render(DemoLetters.Notice()).Pdf.Length, 10_000, 80_000);

    [Fact]
    public void A_letter_without_an_organ_is_refused_with_its_code() =>
        Assert.StartsWith("letter.organ-missing",
            Assert.Throws<ArgumentException>(() => LetterPdf.Render(DemoLetters.Notice() with { Organ = " " })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Invisible_characters_in_a_name_leave_no_trace()
    {
        var rendered = LetterPdf.Render(DemoLetters.Notice() with { Addressee = "\uFEFF沙湾市\u200B人民医院" });
        Assert.Empty(rendered.Layout.MissingGlyphs);
        Assert.Contains(rendered.Layout.Pages[0].Boxes, b => b.Text == "沙湾市人民医院：");
    }

    [Fact]
    public void An_over_long_title_line_is_broken_into_the_type_area()
    {
        var title = "关于和布克赛尔蒙古自治县人民医院与塔城地区第一高级中学用能情况的告知书\n（第二次）";
        var boxes = LetterPdf.Render(DemoLetters.Notice() with { Title = title }).Layout.Pages[0].Boxes
            .Where(b => b.Kind == Paper.BoxKind.Title).ToList();
        Assert.Equal(title.Replace("\n", "", StringComparison.Ordinal), string.Concat(boxes.Select(b => b.Text)));
        Assert.All(boxes, b => Assert.InRange(b.Width, 0, 156));
        Assert.Equal("（第二次）", boxes[^1].Text);
    }
}
