using System.Text.Json;

namespace BuildingQuota.Web.Pages.Evaluations;

/// <summary>One part of a proof sheet as a table: an array of objects by its fields, anything else as names and values.</summary>
public sealed record ProofSection(string Name, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Reads any canonical JSON; the sheet's shape is the engine's business.</summary>
    public static IReadOnlyList<ProofSection> Read(string json)
    {
        using var sheet = JsonDocument.Parse(json);
        if (sheet.RootElement.ValueKind != JsonValueKind.Object) return [OfRows("", sheet.RootElement)];
        var parts = sheet.RootElement.EnumerateObject().ToList();
        var plain = parts.Where(part => part.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
            .Select(part => (IReadOnlyList<string>)[part.Name, Text(part.Value)]).ToList();
        List<ProofSection> sections = plain.Count > 0 ? [new("·", ["", ""], plain)] : [];
        sections.AddRange(parts.Where(part => part.Value.ValueKind == JsonValueKind.Array).Select(part => OfRows(part.Name, part.Value)));
        sections.AddRange(parts.Where(part => part.Value.ValueKind == JsonValueKind.Object).Select(part => OfFields(part.Name,
            part.Value)));
        return [.. sections.Where(section => section.Rows.Count > 0)];
    }

    private static ProofSection OfFields(string name, JsonElement fields) =>
        new(name, ["", ""], [.. fields.EnumerateObject().Select(field => (IReadOnlyList<string>)[field.Name, Text(field.Value)])]);

    private static ProofSection OfRows(string name, JsonElement rows)
    {
        var items = rows.ValueKind == JsonValueKind.Array ? rows.EnumerateArray().ToList() : [rows];
        if (items.Exists(item => item.ValueKind != JsonValueKind.Object)) return new(name, [""], [.. items
            .Select(item => (IReadOnlyList<string>)[Text(item)])]);
        var heads = items.SelectMany(item => item.EnumerateObject().Select(field => field.Name)).Distinct().ToList();
        return new(name, heads, [.. items.Select(item => (IReadOnlyList<string>)[.. heads.Select(head => item.TryGetProperty(head,
            out var cell) ? Text(cell) : "")])]);
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
