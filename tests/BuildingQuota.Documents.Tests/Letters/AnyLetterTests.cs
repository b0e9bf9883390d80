using BuildingQuota.Documents.Charts;
using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Letters;
using BuildingQuota.Documents.Paper;
using BuildingQuota.Documents.Tables;
using BuildingQuota.Documents.Typesetting;
using FsCheck;
using FsCheck.Fluent;

namespace BuildingQuota.Documents.Tests.Letters;

/// <summary>What holds for every letter, whatever stands in it.</summary>
public sealed class AnyLetterTests
{
    private static readonly BoxKind[] OutsideTypeArea = [BoxKind.OrganMark, BoxKind.RedLine, BoxKind.PageNumber, BoxKind.SealArea];

    private static readonly Gen<Block> AnyBlock = Gen.OneOf(
        Gen.Choose(1, 400).Select(n => (Block)new Paragraph(string.Concat(Enumerable.Repeat("节能定额，用能2025年（单位）。", 1 + (n / 15)))[..n])),
        Gen.Choose(1, 4).Select(level => (Block)new Heading(level, "一、有关要求")),
        Gen.Choose(1, 40).Select(rows => (Block)DemoLetters.ManyRows(rows)),
        Gen.Choose(1, 14).Select(n => (Block)new ColumnChart([.. Enumerable.Range(1, n).Select(m => $"{m}月")],
            new("本年", [.. Enumerable.Range(1, n).Select(m => m % 3 == 0 ? null : (decimal?)(m * 10))]), "kgce")));

    private static readonly Gen<OfficialLetter> AnyLetter =
        from blocks in AnyBlock.ListOf(6)
        from format in Gen.Elements(LetterFormat.Letter, LetterFormat.Document)
        from copies in Gen.Elements(null, "塔城地区财政局。")
        select DemoLetters.Notice() with { Body = [.. blocks], Format = format, CopyTo = copies };

    [Fact]
    public void Nothing_leaves_the_type_area_and_no_line_of_text_stands_on_another() =>
        Prop.ForAll(AnyLetter.ToArbitrary(), letter => PagesOf(letter).All(p => IsInside(p) && IsApart(p)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void The_title_stands_on_page_1_and_the_signature_never_without_some_of_the_body() =>
        Prop.ForAll(AnyLetter.ToArbitrary(), IsOpenedAndClosedWell).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void No_text_row_or_chart_is_lost_or_doubled() =>
        Prop.ForAll(AnyLetter.ToArbitrary(), IsWhole).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    /// <summary>Laid out but not written: two orders of magnitude quicker.</summary>
    private static IReadOnlyList<PageReport> PagesOf(OfficialLetter letter) =>
        [.. new LetterComposer(letter, new Typesetter(FontSet.Default)).Compose().Select(s => s.Report())];

    private static bool IsInside(PageReport page) => page.Boxes.Where(b => !OutsideTypeArea.Contains(b.Kind)).All(b =>
        b.X >= 28 - 0.1 && b.Right <= 28 + 156 + 0.1 && b.Y >= 37 - 0.1 && b.Bottom <= 37 + 225 + 0.1);

    private static bool IsApart(PageReport page)
    {
        BoxKind[] lines = [BoxKind.Title, BoxKind.Addressee, BoxKind.Text, BoxKind.Heading, BoxKind.Caption, BoxKind.Chart,
            BoxKind.Signer, BoxKind.Date];
        var stacked = page.Boxes.Where(b => lines.Contains(b.Kind) && !b.Text.StartsWith("单位：", StringComparison.Ordinal)).ToList();
        return stacked.Zip(stacked.Skip(1)).All(pair => pair.Second.Y >= pair.First.Bottom - 0.1);
    }

    private static bool IsOpenedAndClosedWell(OfficialLetter letter)
    {
        BoxKind[] body = [BoxKind.Text, BoxKind.Heading, BoxKind.TableCell, BoxKind.Chart];
        var pages = PagesOf(letter);
        var signed = pages.Single(p => p.Of(BoxKind.Date).Any());
        return pages[0].Of(BoxKind.Title).Count() == 3
            && signed.Boxes.Any(b => body.Contains(b.Kind) && b.Y < signed.Of(BoxKind.Signer).First().Y);
    }

    private static bool IsWhole(OfficialLetter letter)
    {
        var boxes = PagesOf(letter).SelectMany(p => p.Boxes).ToList();
        var text = string.Concat(letter.Body.OfType<Paragraph>().Select(p => p.Text)) + $"（{letter.Note}）";
        return string.Concat(boxes.Where(b => b.Kind == BoxKind.Text).Select(b => b.Text)) == text
            && boxes.Count(b => b.Kind == BoxKind.Heading) == letter.Body.OfType<Heading>().Count()
            && boxes.Count(b => b.Kind == BoxKind.TableCell) == 4 * letter.Body.OfType<Table>().Sum(t => t.Rows.Count)
            && boxes.Count(b => b.Kind == BoxKind.Chart) == letter.Body.OfType<ColumnChart>().Count();
    }
}
