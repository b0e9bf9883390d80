using BuildingQuota.Documents.Fonts;
using BuildingQuota.Documents.Typesetting;
using FsCheck;
using FsCheck.Fluent;

namespace BuildingQuota.Documents.Tests.Typesetting;

public sealed class LineBreakingTests
{
    private const double Advance = 442.2 / 28, Measure = 442.2;
    private static readonly TextStyle Style = new(FontRole.Body, 16) { Advance = Advance };

    [Fact]
    public void A_full_line_of_Chinese_holds_28_characters()
    {
        var lines = Set(new string('国', 60));
        Assert.Equal([28, 28, 4], lines.Select(l => l.Text.Length));
        Assert.Equal(Measure, lines[0].Width, 3);
    }

    [Theory]
    [InlineData("。")]
    [InlineData("，")]
    [InlineData("）")]
    [InlineData("》")]
    [InlineData("”")]
    [InlineData("％")]
    public void A_closing_mark_never_begins_a_line(string mark)
    {
        var lines = Set(new string('国', 28) + mark + "家");
        Assert.False(lines[1].Text.StartsWith(mark, StringComparison.Ordinal));
        Assert.Equal(Measure, lines[0].Width, 3);
    }

    [Theory]
    [InlineData("（")]
    [InlineData("《")]
    [InlineData("“")]
    [InlineData("〔")]
    public void An_opening_mark_never_ends_a_line(string mark)
    {
        var lines = Set(new string('国', 27) + mark + "家家");
        Assert.Equal(27, lines[0].Text.Length);
        Assert.StartsWith(mark, lines[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_give_up_their_blank_halves_before_a_character_is_pushed_down()
    {
        var lines = Set("国，国、国。" + new string('国', 22) + "。" + "国国");
        Assert.Equal(29, lines[0].Text.Length);
        Assert.EndsWith("。", lines[0].Text, StringComparison.Ordinal);
        Assert.Equal(Measure, lines[0].Width, 3);
    }

    [Theory]
    [InlineData("12,000.00平方米")]
    [InlineData("28.67 kgce/m²")]
    [InlineData("2026年")]
    [InlineData("27.99%")]
    [InlineData("10个百分点")]
    [InlineData("……")]
    [InlineData("——")]
    public void What_belongs_together_is_never_parted(string unit)
    {
        for (var before = 20; before < 29; before++)
            Assert.Contains(Set(new string('国', before) + unit + new string('家', 30)), l =>
                l.Text.Contains(unit, StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_longer_than_a_line_is_broken_rather_than_lost()
    {
        var lines = Set(new string('m', 200));
        Assert.Equal(new string('m', 200), string.Concat(lines.Select(l => l.Text)));
        Assert.All(lines, l => Assert.InRange(l.Width, 0, Measure + 0.01));
    }

    [Fact]
    public void Any_text_keeps_every_character_the_measure_and_the_rules()
    {
        var piece = Gen.OneOf(
            Gen.Elements("国家机关事务管理节能定额用能单位建筑面积本年上升".Select(c => c.ToString()).ToArray()),
            Gen.Elements("，", "。", "、", "；", "：", "！", "？", "（塔城）", "《条例》", "“十四五”", "〔2026〕", "国", "节", "能", "用"),
            Gen.Elements("2025年", "12.4%", "kgce/m²", "DB37/T 2673", "28.67 ", "3月1日"));
        var text = piece.ListOf(90).Select(p => "节能" + string.Concat(p.Select(w => char.IsAscii(w[^1]) ? w + "节" : w)))
            .Where(t => !HasPunctuationPile(t));
        Prop.ForAll(text.ToArbitrary(), KeepsTheRules).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static bool KeepsTheRules(string text)
    {
        var lines = Set(text);
        return string.Concat(lines.Select(l => l.Text)) == text
            && lines.Skip(1).All(l => !Punctuation.IsForbiddenAtStart(l.Text[0]))
            && lines.SkipLast(1).All(l => !Punctuation.IsForbiddenAtEnd(l.Text[^1]))
            && lines.All(l => l.Width <= Measure + 0.01)
            && lines.SkipLast(1).All(l => Math.Abs(l.Width - Measure) < 0.01 || l.Text.Any(char.IsAscii));
    }

    /// <summary>A dozen marks in a row is no text, and no rule can break it.</summary>
    private static bool HasPunctuationPile(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = Punctuation.IsForbiddenAtStart(c) ? run + 1 : 0;
            if (run > 8) return true;
        }
        return false;
    }

    private static IReadOnlyList<SetLine> Set(string text) => new Typesetter(FontSet.Default).Paragraph(text, Style, Measure);
}
