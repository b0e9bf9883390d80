using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>Says which values of a row changed, as <c>{"Name":["before","after"]}</c> behind the values that did not.</summary>
internal static class Difference
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() }, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of<T>(T before, T after)
    {
        var (old, now) = (JsonSerializer.SerializeToElement(before, Options), JsonSerializer.SerializeToElement(after, Options));
        var values = now.EnumerateObject().ToDictionary(value => value.Name, value => Pair(old.GetProperty(value.Name), value.Value));
        return JsonSerializer.Serialize(values, Options);
    }

    private static object Pair(JsonElement before, JsonElement after) =>
        JsonElement.DeepEquals(before, after) ? after : new[] { before, after };
}
