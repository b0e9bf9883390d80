using System.Globalization;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Querying;

/// <summary>
/// Takes $expand apart into navigations and the texts of their options, which are then read as those of any query: one grammar, one set of
/// limits, and a next link can say them again. <c>Nav($levels=3)</c> is <c>Nav($expand=Nav($levels=2))</c>.
/// </summary>
internal static class ExpandParser
{
    private const string Option = "$expand";

    public static IReadOnlyList<ExpandItem> Parse(EntitySet set, QueryOptions options, ExpandBudget budget)
    {
        if (options.Expand is not { } text) return [];
        var items = new List<ExpandItem>();
        foreach (var part in QuotedText.Split(text).SelectMany(part => part == "*" ? set.Navigations.Select(one => one.Name) : [part]))
        {
            var item = Item(set, options, part, budget);
            if (items.Exists(other => other.Navigation == item.Navigation))
                throw ODataRefusal.BadRequest(ErrorCodes.DuplicateOption, $"$expand names {item.Navigation.Name} twice.", Option);
            budget.Spend();
            items.Add(item);
        }

        return items;
    }

    private static ExpandItem Item(EntitySet set, QueryOptions options, string text, ExpandBudget budget)
    {
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        if (bracket >= 0 && QuotedText.Closing(text, bracket) != text.Length) throw Unreadable(text);
        var (name, form) = Form(bracket < 0 ? text : text[..bracket].Trim());
        var navigation = set.FindNavigation(name) ?? throw Unknown(set, name);
        if (form == ExpandForm.Count && !navigation.IsMany) throw Unreadable(text);
        var parts = bracket < 0 ? [] : Options(text[(bracket + 1)..^1]).ToList();
        var inside = options.Inside(Levels(navigation, parts, budget));
        inside.AllowOnly(navigation.IsMany ? $"{text[..Math.Max(bracket, 0)]} in $expand" : $"the single row of {name}",
            Allowed(navigation, form));
        return new(navigation, form, inside, budget.Deeper());
    }

    private static string[] Allowed(Navigation navigation, ExpandForm form) => (navigation.IsMany, form) switch
    {
        (_, ExpandForm.Count) => ["$filter", "$search"],
        (true, ExpandForm.References) => ["$filter", "$search", "$orderby", "$top", "$skip", "$count"],
        (false, ExpandForm.References) => [],
        (true, _) => ["$filter", "$search", "$orderby", "$top", "$skip", "$count", "$select", "$expand"],
        (false, _) => ["$select", "$expand"],
    };

    private static (string Name, ExpandForm Form) Form(string path) => path.Split('/') switch
    {
        [var name] => (name, ExpandForm.Rows),
        [var name, "$ref"] => (name, ExpandForm.References),
        [var name, "$count"] => (name, ExpandForm.Count),
        _ => throw ODataRefusal.NotImplemented(ErrorCodes.UnsupportedExpression,
            $"$expand: the path '{path}' is not supported. Nest it: A($expand=B).", Option),
    };

    private static IEnumerable<(string Name, string Value)> Options(string text)
    {
        foreach (var part in QuotedText.Split(text, ';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) throw Unreadable(text);
            yield return (part[..equals].Trim(), part[(equals + 1)..].Trim());
        }
    }

    private static List<(string Name, string Value)> Levels(Navigation navigation, List<(string Name, string Value)> parts,
        ExpandBudget budget)
    {
        if (parts.Find(part => part.Name == "$levels") is not { Name: not null } levels) return parts;
        var rest = parts.FindAll(part => part.Name != "$levels");
        var left = levels.Value == "max" ? budget.LevelsLeft
            : int.TryParse(levels.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw ODataRefusal.BadRequest(ErrorCodes.BadNumber, $"$levels is a number from 1 up or max, not '{levels.Value}'.",
                "$levels");
        if (left > budget.LevelsLeft)
            throw ODataRefusal.BadRequest(ErrorCodes.TooDeep, $"$levels={left} goes deeper than the service allows.", "$levels");
        if (!navigation.Target.Navigations.Contains(navigation))
            throw ODataRefusal.BadRequest(ErrorCodes.InapplicableOption,
                $"$levels means nothing for {navigation.Name}, which does not lead to its own set.", "$levels");
        if (left == 1) return rest;

        var more = string.Join(';', rest.Select(part => $"{part.Name}={part.Value}").Prepend($"$levels={left - 1}"));
        var others = rest.Find(part => part.Name == Option).Value;
        rest.RemoveAll(part => part.Name == Option);
        return [.. rest, (Option, $"{(others is null ? "" : others + ",")}{navigation.Name}({more})")];
    }

    private static ODataRefusal Unknown(EntitySet set, string name) => ODataRefusal.UnknownName(400, ErrorCodes.UnknownProperty,
        set.Find(name) is null
            ? $"$expand names '{name}', and {set.Name} has no such navigation."
            : $"$expand names '{name}', which is a column and no navigation. Leave it out, or put it into $select.",
        name, set.Navigations.Select(navigation => navigation.Name), Option);

    private static ODataRefusal Unreadable(string text) => ODataRefusal.BadRequest(ErrorCodes.BadSyntax,
        $"$expand cannot be read at '{text}'. Write it as Nav($filter=...;$top=5),Other.", Option);
}
