namespace BuildingQuota.Documents.Letters;

/// <summary>Breaks a title that comes without line feeds: as few lines as needed, alike in length, at a place that makes sense.</summary>
internal static class TitleLines
{
    private const string GoodEnds = "的局院校厅委府处站馆所会部司度间";
    private const string BadStarts = "的和与及或、了度》）〕”年月日";

    public static IReadOnlyList<string> Of(string title, int longest)
    {
        if (title.Contains('\n', StringComparison.Ordinal)) return [.. title.Split('\n').SelectMany(l => Of(l.Trim(), longest + 2))];
        var lines = new List<string>();
        for (var rest = title; rest.Length > 0;)
        {
            var count = (rest.Length + longest - 1) / longest;
            var cut = count == 1 ? rest.Length : BestCut(rest, rest.Length / (double)count, longest);
            lines.Add(rest[..cut]);
            rest = rest[cut..];
        }
        return lines;
    }

    private static int BestCut(string text, double ideal, int longest) =>
        Enumerable.Range(1, Math.Min(longest, text.Length - 1)).MinBy(cut => Math.Abs(cut - ideal) + Penalty(text, cut));

    private static double Penalty(string text, int cut)
    {
        if (BadStarts.Contains(text[cut], StringComparison.Ordinal) || "《（〔“".Contains(text[cut - 1], StringComparison.Ordinal)) return 20;
        if (char.IsAsciiLetterOrDigit(text[cut]) && char.IsAsciiLetterOrDigit(text[cut - 1])) return 20;
        return text.AsSpan(cut).StartsWith("关于") || GoodEnds.Contains(text[cut - 1], StringComparison.Ordinal) ? 0 : 5;
    }
}
