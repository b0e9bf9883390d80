using System.Text;

namespace BuildingQuota.Documents.Typesetting;

/// <summary>Where a text may be broken into lines: Chinese between characters, Latin between words, figures with what they
/// measure.</summary>
internal static class BreakRules
{
    /// <summary>Longest first: a figure is not parted from these, nor are they parted.</summary>
    private static readonly string[] Units =
        ["千克标准煤", "吨标准煤", "个百分点", "个工作日", "平方公里", "平方米", "立方米", "千瓦时", "工作日", "百分点", "公里", "千克", "千瓦", "万元", "亿元", "万吨"];

    private const string ShortUnits = "年月日号元万亿吨度时分秒米条款项章节个人天次倍户台栋间张座家届期名件级类";

    /// <summary>第3, 附件2, 表1, 〔2026〕12.</summary>
    private const string BeforeFigures = "第件表图〕";

    /// <summary>For every code point, whether a line may end after it. The last one always may.</summary>
    public static bool[] After(IReadOnlyList<Rune> text)
    {
        var allowed = new bool[text.Count];
        for (var i = 0; i + 1 < text.Count; i++) allowed[i] = Between(text[i].Value, text[i + 1].Value);
        for (var i = 0; i + 1 < text.Count; i++)
            if (IsDigit(text[i].Value)) BindUnit(text, i, allowed);
        if (allowed.Length > 0) allowed[^1] = true;
        return allowed;
    }

    public static bool IsWide(int codePoint) => codePoint >= 0x2E80 && codePoint is not (>= 0xFF61 and <= 0xFFDC);

    private static bool Between(int left, int right)
    {
        if (right == ' ') return false;
        if (IsFixedSpace(left) || IsFixedSpace(right)) return false;
        if (Punctuation.IsForbiddenAtStart(right) || Punctuation.IsForbiddenAtEnd(left)) return false;
        if (left == ' ') return true;
        if (left == '附' && right == '件') return false;
        if (IsDigit(right) && BeforeFigures.Contains((char)left, StringComparison.Ordinal)) return false;
        if (IsWordPart(left) && IsWordPart(right)) return left is '-' or '–';
        return true;
    }

    private static void BindUnit(IReadOnlyList<Rune> text, int digit, bool[] allowed)
    {
        var unit = text[digit + 1].Value == ' ' ? digit + 2 : digit + 1;
        if (unit >= text.Count) return;
        if (unit == digit + 2 && IsWordPart(text[unit].Value)) allowed[digit + 1] = false;
        var length = Units.FirstOrDefault(u => StartsWith(text, unit, u))?.Length ?? 0;
        if (length == 0 && text[unit].Value <= 0xFFFF && ShortUnits.Contains((char)text[unit].Value, StringComparison.Ordinal)) length = 1;
        for (var i = 0; i < length; i++) allowed[unit + i - 1] = false;
    }

    private static bool StartsWith(IReadOnlyList<Rune> text, int at, string word)
    {
        if (at + word.Length > text.Count) return false;
        for (var i = 0; i < word.Length; i++)
            if (text[at + i].Value != word[i]) return false;
        return true;
    }

    private static bool IsDigit(int codePoint) => codePoint is >= '0' and <= '9';

    private static bool IsFixedSpace(int codePoint) => codePoint is 0xA0 or 0x202F or 0x2009;

    private static bool IsWordPart(int codePoint) => codePoint != ' ' && !IsWide(codePoint) && codePoint is not (0x2014 or 0x2026);
}
