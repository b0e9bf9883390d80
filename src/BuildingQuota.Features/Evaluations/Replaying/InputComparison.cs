using System.Text.Json;
using BuildingQuota.Domain.Planning;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>One row of a frozen document: which list it stands in, what names it there, and whose it is.</summary>
internal sealed record FrozenRow(string List, string Key, JsonElement Json)
{
    /// <summary>Null for what is published.</summary>
    public Subject? Owner => (Text("institutionCode") ?? (List == "institutions" ? Text("code") : null)) is { } institution
        ? new Subject(SubjectKind.Institution, institution)
        : Text("subjectCode") is { } code ? new Subject(Enum.Parse<SubjectKind>(Text("subjectKind")!), code) : null;

    public string? Text(string field) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(field, out var value) ? value.ToString() : null;
}

/// <summary>
/// Finds what two frozen documents say otherwise, row by row. Rows are known by what names them in the world, so that an area that was
/// filed anew is the same area with another value.
/// </summary>
internal static class InputComparison
{
    /// <summary>
    /// No input of an evaluation (the engine, rules about open years), or compared by what it stands for, not as it is written: runs of
    /// members by whose they are, history as it is shown.
    /// </summary>
    private static readonly HashSet<string> Apart = ["reference", "engineVersion", "budgets", "history", "members"];

    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["floorAreas"] = ["buildingCode", "from"],
        ["headcounts"] = ["institutionCode", "basis", "from"],
        ["allocations"] = ["meterCode", "buildingCode", "from"],
        ["occupancies"] = ["buildingCode", "institutionCode", "from"],
        ["units"] = ["carrier", "unit"],
        ["coefficients"] = ["setCode", "carrier"],
        ["factors"] = ["setCode", "carrier", "regionCode"],
        ["adoptions"] = ["regionCode", "standardCode", "from"],
        ["targets"] = ["planCode", "indicator"],
        ["bases"] = ["planCode", "subjectCode", "indicator"],
        ["frozen"] = ["planCode", "subjectCode", "indicator"],
        ["pastActuals"] = ["subjectCode", "indicator", "year"],
        ["members"] = ["institutionCode"],
    };

    /// <summary>Every row of a document's objects and lists, however deep; plain values are rows of their own.</summary>
    public static IEnumerable<FrozenRow> Rows(JsonElement json, string name = "") => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Where(part => !Apart.Contains(part.Name))
            .SelectMany(part => Rows(part.Value, part.Name)),
        JsonValueKind.Array => json.EnumerateArray().Select(row => new FrozenRow(List(name), KeyOf(List(name), row), row)),
        _ => [new FrozenRow("settings", name, json)],
    };

    public static IEnumerable<FrozenRow> RowsOf<T>(string list, IEnumerable<T> rows) =>
        Rows(JsonSerializer.SerializeToElement(rows, FrozenRows.Options), list);

    public static IEnumerable<InputChange> Compare(IEnumerable<FrozenRow> frozen, IEnumerable<FrozenRow> present)
    {
        var now = ByKey(present);
        foreach (var ((list, key), row) in ByKey(frozen))
        {
            if (!now.Remove((list, key), out var today))
                yield return new InputChange(InputChangeKind.Removed, list, key) { Fields = Fields(row, null) };
            else if (Fields(row, today) is { Count: > 0 } fields)
                yield return new InputChange(InputChangeKind.Changed, list, key) { Fields = fields };
        }

        foreach (var ((list, key), row) in now) yield return new InputChange(InputChangeKind.Added, list, key) { Fields = Fields(null, row) };
    }

    /// <summary>The last word of a place in the book: <c>plans.bases</c> are bases.</summary>
    private static string List(string place) => place[(place.LastIndexOf('.') + 1)..];

    private static Dictionary<(string, string), FrozenRow> ByKey(IEnumerable<FrozenRow> rows) =>
        rows.GroupBy(row => (row.List, row.Key)).ToDictionary(same => same.Key, same => same.Last());

    private static string KeyOf(string list, JsonElement row) => row.ValueKind != JsonValueKind.Object ? row.ToString()
        : Names.TryGetValue(list, out var names) ? string.Join(" · ", names.Select(name => Property(row, name)).Where(text => text.Length > 0))
        : Property(row, "code") is { Length: > 0 } code ? code : Property(row, "id") is { Length: > 0 } id ? id : row.ToString();

    private static IReadOnlyList<FieldChange> Fields(FrozenRow? before, FrozenRow? now)
    {
        if ((before ?? now)!.Json.ValueKind != JsonValueKind.Object)
            return before?.Json.ToString() == now?.Json.ToString() ? [] : [new FieldChange("value", before?.Json.ToString(), now?.Json.ToString())];
        var names = Enumerable.Concat(FieldsOf(before), FieldsOf(now)).Distinct().Where(name => name != "id");
        return [.. names.Select(name => new FieldChange(name, before?.Text(name), now?.Text(name))).Where(field => field.Before != field.Now)];
    }

    private static IEnumerable<string> FieldsOf(FrozenRow? row) => row is null ? [] : row.Json.EnumerateObject().Select(field => field.Name);

    private static string Property(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.ToString() : "";
}
