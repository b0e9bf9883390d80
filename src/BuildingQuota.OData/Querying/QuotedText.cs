namespace BuildingQuota.OData.Querying;

/// <summary>Walks through an expression without being misled by what stands in quotes; a doubled quote stays inside.</summary>
internal static class QuotedText
{
    /// <summary>The place after the literal that starts at <paramref name="at"/>.</summary>
    public static int End(string text, int at)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != '\'') continue;
            if (i + 1 < text.Length && text[i + 1] == '\'') i++;
            else return i + 1;
        }

        return text.Length;
    }

    /// <summary>The place after the bracket that closes the one at <paramref name="at"/>; -1: there is none.</summary>
    public static int Closing(string text, int at)
    {
        var depth = 0;
        for (var i = at; i < text.Length; i++)
        {
            if (text[i] == '\'') i = End(text, i) - 1;
            else if (text[i] == '(') depth++;
            else if (text[i] == ')' && --depth == 0) return i + 1;
        }

        return -1;
    }

    public static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    public static int NameEnd(string text, int at)
    {
        do at++; while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'));
        return at;
    }

    /// <summary>Parts between separators that stand in no brackets, trimmed.</summary>
    public static IEnumerable<string> Split(string text, char separator = ',')
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\'') i = End(text, i) - 1;
            else if (text[i] == '(') depth++;
            else if (text[i] == ')') depth--;
            else if (text[i] == separator && depth == 0)
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }

        yield return text[start..].Trim();
    }
}
