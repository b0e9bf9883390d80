using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>How a row stands in a frozen document: every property that the engine can read, by name, in a fixed order, empty ones left out.</summary>
internal static class FrozenRows
{
    /// <summary>Where a row came from and what ended it: the engine reads none of it.</summary>
    internal static IReadOnlySet<string> NotRead { get; } = new HashSet<string>
    {
        "ImportId", "RowNumber", "RecordedAt", "RawQuantity", "RawUnit", "ContentKey", "State", "EndedById", "SupersededById", "Source", "Confidence",
        "OwnerPath", "DraftedBy", "SupersedesCode", "Budgets",
    };

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new PlainDecimal() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OnlyWhatIsRead } },
    };

    private static void OnlyWhatIsRead(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in type.Properties.ToArray())
        {
            if (property.Set is null && property.AssociatedParameter is null) type.Properties.Remove(property);
            else if (NotRead.Contains(property.AttributeProvider is PropertyInfo info ? info.Name : "")) type.Properties.Remove(property);
            else property.IsRequired = false;
        }
    }

    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => PlainNumbers.Write(writer, value);
    }
}
