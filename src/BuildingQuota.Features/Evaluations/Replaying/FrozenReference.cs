using System.Text.Json;
using BuildingQuota.Domain.Evaluations;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>
/// The reference book of a run as one document that all its communities point to. Rows about somebody (a filed base value) are left
/// out of it: they go with the documents of those whose they are.
/// </summary>
internal sealed class FrozenReference
{
    private readonly List<(string Path, ILookup<string, object> Rows)> _filed = [];

    public FrozenReference(ReferenceBook book) => Document = FrozenDocument.Write("", null, json => WriteParts(json, book, ""));

    public FrozenDocument Document { get; }

    /// <summary>The rows about these subjects or institutions, by the place in the book where they belong.</summary>
    public void WriteFiled(Utf8JsonWriter json, IReadOnlyCollection<string> codes)
    {
        json.WriteStartObject("filed");
        foreach (var (path, rows) in _filed)
        {
            var own = codes.SelectMany(code => rows[code]).ToArray();
            if (own.Length == 0) continue;
            json.WritePropertyName(path);
            JsonSerializer.Serialize(json, own, FrozenRows.Options);
        }

        json.WriteEndObject();
    }

    public static ReferenceBook Read(JsonElement published, JsonElement filed) =>
        (ReferenceBook)FrozenReading.Whole(typeof(ReferenceBook), published, "", filed);

    private void WriteParts(Utf8JsonWriter json, object whole, string path)
    {
        foreach (var part in FrozenShape.Of(whole.GetType()).Parts)
        {
            var place = path.Length == 0 ? part.Name : path + "." + part.Name;
            if (part.Owner is { } owner)
            {
                _filed.Add((place, part.RowsOf(whole).ToLookup(row => (string?)owner.GetValue(row) ?? "")));
                continue;
            }

            json.WritePropertyName(part.Name);
            if (part.IsBook)
            {
                json.WriteStartObject();
                WriteParts(json, part.Property.GetValue(whole)!, place);
                json.WriteEndObject();
            }
            else JsonSerializer.Serialize(json, part.Property.GetValue(whole), part.Property.PropertyType, FrozenRows.Options);
        }
    }
}

/// <summary>Makes what was frozen again.</summary>
internal static class FrozenReading
{
    /// <summary><paramref name="filed"/> holds rows by the place where they belong; undefined when there are none.</summary>
    public static object Whole(Type type, JsonElement json, string path, JsonElement filed) => FrozenShape.Of(type).Make(part =>
    {
        var place = path.Length == 0 ? part.Name : path + "." + part.Name;
        if (part.RowType is { } row)
        {
            var from = filed.ValueKind == JsonValueKind.Object && filed.TryGetProperty(place, out var own) ? own : Property(json, part.Name);
            return from is { } rows ? rows.Deserialize(row.MakeArrayType(), FrozenRows.Options) : Array.CreateInstance(row, 0);
        }

        if (Property(json, part.Name) is not { } value) return null;
        return part.IsBook ? Whole(part.Property.PropertyType, value, place, filed) : value.Deserialize(part.Property.PropertyType, FrozenRows.Options);
    });

    private static JsonElement? Property(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : null;
}
