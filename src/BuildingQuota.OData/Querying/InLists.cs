using System.Text;
using BuildingQuota.OData.Errors;

namespace BuildingQuota.OData.Querying;

/// <summary>
/// The parser reads the list of an <c>in</c> as JSON: dates, backslashes and nulls fail there. So each list is lifted out before:
/// <c>On in (2024-01-01,null)</c> goes to the parser as <c>On eq @__in0</c>, and the list's texts are kept under that name.
/// </summary>
internal sealed class InLists
{
    private const string Prefix = "@__in";
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);

    private readonly string _option;

    private InLists(string option, string text) => (_option, Text) = (option, text);

    /// <summary>The filter without its lists.</summary>
    public string Text { get; private set; }

    public IReadOnlyList<string>? Find(string alias) => _lists.GetValueOrDefault(alias);

    public static InLists Extract(string option, string filter, IReadOnlyDictionary<string, string> aliases, int most)
    {
        var lists = new InLists(option, filter);
        var rest = new StringBuilder();
        for (var at = 0; at < filter.Length;)
        {
            if (filter[at] == '\'') Copy(filter, rest, ref at, QuotedText.End(filter, at));
            else if (StartsList(filter, at)) at = lists.Lift(filter, at, rest, aliases, most);
            else rest.Append(filter[at++]);
        }

        lists.Text = rest.ToString();
        return lists;
    }

    private static void Copy(string filter, StringBuilder rest, ref int at, int end)
    {
        rest.Append(filter, at, end - at);
        at = end;
    }

    private static bool StartsList(string filter, int at)
    {
        if (!(at > 0 && char.IsWhiteSpace(filter[at - 1]) && string.CompareOrdinal(filter, at, "in", 0, 2) == 0)) return false;
        var next = QuotedText.SkipSpace(filter, at + 2);
        return next < filter.Length && (filter[next] == '(' || (filter[next] == '@' && next > at + 2));
    }

    private int Lift(string filter, int at, StringBuilder rest, IReadOnlyDictionary<string, string> aliases, int most)
    {
        var start = QuotedText.SkipSpace(filter, at + 2);
        var end = filter[start] == '(' ? QuotedText.Closing(filter, start) : QuotedText.NameEnd(filter, start);
        if (end < 0) throw Unreadable("is not closed", filter[at..]);
        var text = Resolve(filter[start..end], aliases);
        if (text is not ['(', .., ')'] and not ['[', .., ']']) throw Unreadable("is not a list in brackets", text);

        var items = QuotedText.Split(text[1..^1]).Select(item => Resolve(item, aliases)).ToList();
        if (items.Exists(item => item.Length == 0)) throw Unreadable("is empty or has an empty place", text);
        if (items.Count > most)
            throw ODataRefusal.BadRequest(ErrorCodes.ListTooLong, $"A list of 'in' has {items.Count} values; {most} is the most.",
                _option);
        var alias = $"{Prefix}{_lists.Count}";
        _lists.Add(alias, items);
        rest.Append("eq ").Append(alias);
        return end;
    }

    private string Resolve(string text, IReadOnlyDictionary<string, string> aliases)
    {
        if (!text.StartsWith('@')) return text;
        return aliases.TryGetValue(text, out var value)
            ? value
            : throw ODataRefusal.BadRequest(ErrorCodes.UnknownAlias, $"{_option} uses {text}, which the query does not define.", text);
    }

    private ODataRefusal Unreadable(string why, string text) =>
        ODataRefusal.BadRequest(ErrorCodes.BadSyntax, $"What follows 'in' {why}: {text}. Write it as in ('A','B').", _option);
}
