namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>Rows that name a parent of their own kind.</summary>
internal static class Trees
{
    /// <summary>Rejects rows whose parent is nowhere, and then those below them, until all that is left stands on something.</summary>
    public static void RequireParents<T>(this Merged<string, T> rows, Func<T, string?> parent, string code) where T : class
    {
        Dictionary<string, T> known;
        do known = rows.Result();
        while (rows.Require("parent_code", parent, row => parent(row) is not { } above || known.ContainsKey(above), code));
    }

    /// <summary>Rejects every row that stands above itself.</summary>
    public static void RequireNoCycle<T>(this Merged<string, T> rows, Func<T, string?> parent, string code) where T : class
    {
        var known = rows.Result();
        rows.Require("parent_code", parent, row => !IsAboveItself(rows.Key(row), known, parent), code);
    }

    private static bool IsAboveItself<T>(string start, Dictionary<string, T> known, Func<T, string?> parent)
    {
        var seen = new HashSet<string>();
        for (var at = start; known.TryGetValue(at, out var item) && parent(item) is { } above; at = above)
            if (!seen.Add(above)) return above == start || seen.Contains(start);
        return false;
    }
}
