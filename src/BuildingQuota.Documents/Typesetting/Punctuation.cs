namespace BuildingQuota.Documents.Typesetting;

/// <summary>Which marks may not begin or end a line (GB/T 15834), and which have blank halves that may be squeezed.</summary>
public static class Punctuation
{
    private const string Opening = "（《〈「『【〔［｛“‘〖([{<";
    private const string ClosingWithBlank = "，。、；：！？）》〉」』】〕］｝”’〗．";
    private const string ClosingOther = ",.;:!?)]}%>‰％℃°·…—～〜／-–′″ー々";

    /// <summary>True for marks that must not stand at the start of a line.</summary>
    public static bool IsForbiddenAtStart(int codePoint) => Contains(ClosingWithBlank, codePoint) || Contains(ClosingOther, codePoint);

    /// <summary>True for marks that must not stand at the end of a line.</summary>
    public static bool IsForbiddenAtEnd(int codePoint) => Contains(Opening, codePoint);

    internal static bool HasBlankLeft(int codePoint) => codePoint > 0x7F && IsForbiddenAtEnd(codePoint);

    internal static bool HasBlankRight(int codePoint) => Contains(ClosingWithBlank, codePoint);

    private static bool Contains(string marks, int codePoint) =>
        codePoint <= 0xFFFF && marks.Contains((char)codePoint, StringComparison.Ordinal);
}
