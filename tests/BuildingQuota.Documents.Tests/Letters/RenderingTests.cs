using BuildingQuota.Documents.Letters;

namespace BuildingQuota.Documents.Tests.Letters;

public sealed class RenderingTests
{
    [Fact]
    public void The_same_letter_gives_the_same_bytes() =>
        Assert.Equal(LetterPdf.Render(DemoLetters.Notice()).Pdf, LetterPdf.Render(DemoLetters.Notice()).Pdf);

    [Fact]
    public void Another_letter_gives_other_bytes() =>
        Assert.NotEqual(LetterPdf.Render(DemoLetters.Notice()).Pdf, LetterPdf.Render(DemoLetters.Notice() with { Number = "塔地机管〔2026〕13号" }).Pdf);

    [Fact]
    public void Eight_letters_at_once_come_out_as_they_do_alone()
    {
        var letters = Enumerable.Range(1, 8).Select(n => DemoLetters.Notice() with { Number = $"塔地机管〔2026〕{n}号" }).ToList();
        var alone = letters.Select(l => LetterPdf.Render(l).Pdf).ToList();
        var together = new byte[letters.Count][];
        Parallel.For(0, letters.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = LetterPdf.Render(letters[i]).Pdf);
        Assert.Equal(alone, together);
    }

    [Fact]
    public void A_two_page_letter_stays_small() => Assert.InRange(LetterPdf.Render(DemoLetters.Notice()).Pdf.Length, 10_000, 80_000);
}
