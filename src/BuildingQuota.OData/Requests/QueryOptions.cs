using BuildingQuota.OData.Errors;

namespace BuildingQuota.OData.Requests;

/// <summary>The query string taken apart. Whatever is in it is either understood or refused.</summary>
internal sealed class QueryOptions
{
    private static readonly string[] Known = ["$filter", "$orderby", "$top", "$skip", "$count", "$select", "$expand", "$apply",
        "$compute", "$search", "$skiptoken",
        "$format"];
    private static readonly string[] KnownInside = ["$filter", "$orderby", "$top", "$skip", "$count", "$select", "$expand", "$search",
        "$levels"];


    private static readonly string[] NotYet =
        ["$deltatoken", "$levels", "$index", "$id", "$schemaversion"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Raw)> _raw = [];
    private readonly IReadOnlyList<string> _names;

    private QueryOptions(IReadOnlyList<string> names) => _names = names;

    /// <summary>Names with @ and the text that stands for them.</summary>
    public Dictionary<string, string> Aliases { get; } = new(StringComparer.Ordinal);

    public string? Filter => _values.GetValueOrDefault("$filter");
    public string? OrderBy => _values.GetValueOrDefault("$orderby");
    public string? Select => _values.GetValueOrDefault("$select");
    public string? Expand => _values.GetValueOrDefault("$expand");
    public string? Search => _values.GetValueOrDefault("$search");
    public string? Apply => _values.GetValueOrDefault("$apply");
    public string? Compute => _values.GetValueOrDefault("$compute");
    public string? Levels => _values.GetValueOrDefault("$levels");
    public string? SkipToken => _values.GetValueOrDefault("$skiptoken");
    public string? Format => _values.GetValueOrDefault("$format");
    public long? Top => Number("$top");
    public long Skip => Number("$skip") ?? 0;

    public bool Count => _values.GetValueOrDefault("$count") switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw ODataRefusal.BadRequest(ErrorCodes.BadLiteral, $"$count is 'true' or 'false', not '{other}'.", "$count"),
    };

    public static QueryOptions Parse(string? query, ISet<string> customOptions)
    {
        var options = new QueryOptions(Known);
        foreach (var part in (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)) options.Add(part,
            customOptions);
        options.RefuseLooseAliases();
        return options;
    }

    /// <summary>Options in the brackets of one $expand: as in a query, set apart by semicolons; aliases are the query's own.</summary>
    public QueryOptions Inside(IEnumerable<(string Name, string Value)> options)
    {
        var inside = new QueryOptions(KnownInside);
        foreach (var (name, value) in options) inside.Add(name, value, $"{name}={Uri.EscapeDataString(value)}", inside._values);
        foreach (var (alias, raw) in _raw.Where(part => Aliases.ContainsKey(part.Name)
            && inside._values.Values.Any(value => value.Contains(part.Name, StringComparison.Ordinal))))
            inside.Add(alias, Aliases[alias], raw, inside.Aliases);
        return inside;
    }

    /// <summary>Refuses options that mean nothing at this resource.</summary>
    public void AllowOnly(string resource, params ReadOnlySpan<string> allowed)
    {
        foreach (var name in _values.Keys)
            if (!allowed.Contains(name))
                throw ODataRefusal.BadRequest(ErrorCodes.InapplicableOption, $"{name} means nothing for {resource}. Leave it out.", name);
    }

    public void RefuseBesideToken()
    {
        if (Top is not null || Skip > 0)
            throw ODataRefusal.BadRequest(ErrorCodes.ConflictingOptions, "$skiptoken already carries $top and $skip. Leave them out.",
                "$skiptoken");
    }

    /// <summary>The query as it came, without the options named: what a next link keeps.</summary>
    public string Without(params string[] names) =>
        string.Join('&', _raw.Where(part => !names.Contains(part.Name)).Select(part => part.Raw));

    private void Add(string part, ISet<string> customOptions)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        if (part.Any(letter => letter is < '!' or > '~')) part = Escape(part, equals); // the body of $query may be plain text
        equals = part.IndexOf('=', StringComparison.Ordinal);
        var name = Decode(equals < 0 ? part : part[..equals]);
        if (customOptions.Contains(name)) _raw.Add((name, part));
        else Add(name, equals < 0 ? "" : Decode(part[(equals + 1)..]), part, name.StartsWith('@') ? Aliases : _values);
    }

    private void Add(string name, string value, string raw, Dictionary<string, string> target)
    {
        _raw.Add((name, raw));
        if (target == _values) RefuseUnknown(name);
        if (value.Length == 0)
            throw ODataRefusal.BadRequest(ErrorCodes.EmptyOption, $"{name} has no value. Give it one or leave it out.", name);
        if (!target.TryAdd(name, value))
            throw ODataRefusal.BadRequest(ErrorCodes.DuplicateOption, $"{name} is given twice. Give it once.", name);
    }

    private void RefuseUnknown(string name)
    {
        if (_names.Contains(name)) return;
        if (NotYet.Contains(name))
            throw ODataRefusal.NotImplemented(ErrorCodes.UnsupportedOption, $"{name} is not supported by this service.", name);
        throw ODataRefusal.UnknownName(400, ErrorCodes.UnknownOption, $"There is no query option '{name}' here.", name, _names, name);
    }

    private void RefuseLooseAliases()
    {
        foreach (var alias in Aliases.Keys)
            if (!_values.Values.Any(value => value.Contains(alias, StringComparison.Ordinal)))
                throw ODataRefusal.BadRequest(ErrorCodes.UnusedAlias, $"The alias {alias} is given and used nowhere.", alias);
    }

    private long? Number(string name)
    {
        if (!_values.TryGetValue(name, out var text)) return null;
        if (text.Length <= 18 && text.All(char.IsAsciiDigit)) return long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        if (text.All(char.IsAsciiDigit)) return long.MaxValue;
        throw ODataRefusal.BadRequest(ErrorCodes.BadNumber, $"{name} is a whole number from 0 up, not '{text}'.", name);
    }

    private static string Escape(string part, int equals) => equals < 0
        ? Uri.EscapeDataString(Decode(part))
        : $"{part[..equals].Trim()}={Uri.EscapeDataString(Decode(part[(equals + 1)..]))}";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
