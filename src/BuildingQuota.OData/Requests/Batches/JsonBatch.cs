using System.Buffers;
using System.Text;
using System.Text.Json;
using BuildingQuota.OData.Errors;

namespace BuildingQuota.OData.Requests.Batches;

/// <summary>A batch as JSON: <c>{"requests":[{"id","method","url","headers","body"}]}</c>.</summary>
internal sealed class JsonBatch : IBatchFormat
{
    private static readonly string[] Known = ["id", "method", "url", "headers", "body", "dependsOn", "atomicityGroup", "if"];

    public string ContentType => "application/json;odata.metadata=minimal";

    public IReadOnlyList<BatchPart> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var parts = document.RootElement.GetProperty("requests").EnumerateArray().Select(Part).ToList();
            if (parts.GroupBy(part => part.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
                throw Bad($"the id '{twice.Key}' is given twice");
            return parts;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Bad(failure.Message);
        }
    }

    public ReadOnlyMemory<byte> Begin() => "{\"responses\":["u8.ToArray();

    public ReadOnlyMemory<byte> Write(BatchPart part, BatchAnswer answer, bool isFirst)
    {
        var buffer = new ArrayBufferWriter<byte>();
        if (!isFirst) buffer.Write(","u8);
        using var json = new Utf8JsonWriter(buffer, new() { SkipValidation = true });
        json.WriteStartObject();
        json.WriteString("id", part.Id);
        json.WriteNumber("status", answer.Status);
        json.WriteStartObject("headers");
        foreach (var (name, value) in answer.Headers) json.WriteString(name.ToLowerInvariant(), value);
        json.WriteEndObject();
        if (answer.Body.Length > 0) WriteBody(json, answer);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    public ReadOnlyMemory<byte> End() => "]}"u8.ToArray();

    private static void WriteBody(Utf8JsonWriter json, BatchAnswer answer)
    {
        json.WritePropertyName("body");
        var type = answer.Headers.FirstOrDefault(header => header.Key == "Content-Type").Value ?? "";
        if (type.StartsWith("application/json", StringComparison.Ordinal)) json.WriteRawValue(answer.Body.Span, skipInputValidation: true);
        else if (type.StartsWith("text/", StringComparison.Ordinal) || type.StartsWith("application/xml", StringComparison.Ordinal))
            json.WriteStringValue(answer.Body.Span);
        else json.WriteStringValue(Convert.ToBase64String(answer.Body.Span).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
    }

    private static BatchPart Part(JsonElement request)
    {
        foreach (var member in request.EnumerateObject())
            if (!Known.Contains(member.Name)) throw Bad($"there is no '{member.Name}' in a request");
        var headers = request.TryGetProperty("headers", out var given)
            ? given.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString() ?? "")).ToList()
            : [];
        var body = request.TryGetProperty("body", out var content)
            ? Encoding.UTF8.GetBytes(content.ValueKind == JsonValueKind.String ? content.GetString() ?? "" : content.GetRawText())
            : [];
        return new(Text(request, "id"), Text(request, "method").ToUpperInvariant(), Text(request, "url"), headers, body)
        {
            DependsOn = request.TryGetProperty("dependsOn", out var before)
                ? [.. before.EnumerateArray().Select(id => id.GetString() ?? "")]
                : [],
            Refusal = request.TryGetProperty("atomicityGroup", out _)
                ? ODataRefusal.NotImplemented(ErrorCodes.UnsupportedBatch, "This service is read: it has no atomicity groups.")
                : null,
        };
    }

    private static string Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw Bad($"a request has no {name}");

    private static ODataRefusal Bad(string why) => ODataRefusal.BadRequest(ErrorCodes.BadBatch,
        $"The batch cannot be read: {why}. It is {{\"requests\":[{{\"id\":\"1\",\"method\":\"GET\",\"url\":\"Set\"}}]}}.");
}
