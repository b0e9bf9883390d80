using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Features.Notices.Content;

/// <summary>
/// A notice's content as text that is the same whenever the content is: properties in their order, no blanks, no nulls, decimals without
/// trailing zeros (the two databases give them back with different ones).
/// </summary>
public static class CanonicalJson
{
    internal static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new PlainDecimals(), new JsonStringEnumConverter() },
    };

    public static string Write(NoticeContent content) => JsonSerializer.Serialize(content, Options);

    public static NoticeContent Read(string json)
    {
        var content = JsonSerializer.Deserialize<NoticeContent>(json, Options)!;
        return content.Version == NoticeContent.PresentVersion
            ? content
            : throw new RuleBrokenException(
                "notice.content-unknown", FormattableString.Invariant($"The notice's content has version {content.Version}."),
                FormattableString.Invariant($"This program reads version {NoticeContent.PresentVersion}; run the one that drafted it."));
    }

    private sealed class PlainDecimals : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("0.############################", CultureInfo.InvariantCulture));
    }
}
