namespace BuildingQuota.Documents.Letters;

/// <summary>Breaks a title that comes without line feeds: as few lines as needed, alike in length, at a place that makes sense.</summary>
internal static class TitleLines
{
    private const string GoodEnds = "的局院校厅委府处站馆所会部司度间";
    private const string BadStarts = "的和与及或、了度》）〕”年月日";

    /// <summary>Width of a Latin letter or figure as a share of a Chinese character's, in the title's face.</summary>
    private const double NarrowShare = 0.6;

    /// <summary>Lines no wider than <paramref name="longest"/> Chinese characters; a little wider where the writer broke the
    /// title.</summary>
    public static IReadOnlyList<string> Of(string title, int longest)
    {
        if (title.Contains('\n', StringComparison.Ordinal)) return [.. title.Split('\n').SelectMany(l => Of(l.Trim(), longest + 2))];
        var lines = new List<string>();
        for (var rest = title; rest.Length > 0;)
        {
            var cut = BestCut(rest, longest);
            lines.Add(rest[..cut]);
            rest = rest[cut..];
        }
        return lines;
    }

    private static int BestCut(string text, int longest)
    {
        var width = Width(text);
        if (width <= longest) return text.Length;
        var count = Math.Ceiling(width / longest);
        var fitting = Enumerable.Range(1, text.Length - 1).Where(cut => Width(text[..cut]) <= longest).ToList();
        var leavingFewest = fitting.Where(cut => Width(text[cut..]) <= (count - 1) * longest).ToList();
        return (leavingFewest.Count > 0 ? leavingFewest : fitting)
            .MinBy(cut => Math.Abs(Width(text[..cut]) - (width / count)) + Penalty(text, cut));
    }

    private static double Width(string text) => text.Sum(c => char.IsAscii(c) ? NarrowShare : 1);

    private static double Penalty(string text, int cut)
    {
        if (BadStarts.Contains(text[cut], StringComparison.Ordinal) || "《（〔“".Contains(text[cut - 1], StringComparison.Ordinal)) return 20;
        if (char.IsAsciiLetterOrDigit(text[cut]) && char.IsAsciiLetterOrDigit(text[cut - 1])) return 20;
        return text.AsSpan(cut).StartsWith("关于") || GoodEnds.Contains(text[cut - 1], StringComparison.Ordinal) ? 0 : 5;
    }
}
