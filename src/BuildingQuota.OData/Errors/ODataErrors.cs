using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BuildingQuota.OData.Errors;

/// <summary>
/// Writes <c>{"error":{"code","message","target","details"}}</c>; public so that a host's sign-in and limiters answer alike.
/// </summary>
public static class ODataErrors
{
    internal const string ContentType = "application/json;odata.metadata=minimal";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an error body with the given status. Does nothing when the answer has already begun.</summary>
    public static Task WriteAsync(HttpContext context, int status, string code, string message, string? target = null) =>
        WriteAsync(context, new ODataRefusal(status, code, message, target));

    /// <summary>401 with the Basic challenge that Excel and Power BI ask their user by; never a redirect.</summary>
    public static Task ChallengeAsync(HttpContext context, string realm)
    {
        context.Response.Headers.WWWAuthenticate = $"Basic realm=\"{realm}\", charset=\"UTF-8\"";
        return WriteAsync(context, 401, ErrorCodes.Unauthorized,
            "Sign in with Basic authentication: key-id as the user, the key's secret as the password.");
    }

    /// <summary>403: known, but not allowed here.</summary>
    public static Task ForbidAsync(HttpContext context) =>
        WriteAsync(context, 403, ErrorCodes.Forbidden, "This key may not read this service. Ask an administrator for one that may.");

    internal static async Task WriteAsync(HttpContext context, ODataRefusal refusal)
    {
        var response = context.Response;
        if (response.HasStarted) return;
        response.StatusCode = refusal.Status;
        response.ContentType = ContentType;
        ODataHeaders.Apply(response);
        foreach (var (name, value) in refusal.Headers) response.Headers[name] = value;
        if (HttpMethods.IsHead(context.Request.Method)) return;

        await response.Body.WriteAsync(Body(refusal), CancellationToken.None);
    }

    internal static ReadOnlyMemory<byte> Body(ODataRefusal refusal)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("code", refusal.Code);
            json.WriteString("message", refusal.Message);
            if (refusal.Target is not null) json.WriteString("target", refusal.Target);
            if (refusal.Suggestion is not null) WriteSuggestion(json, refusal.Suggestion);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteSuggestion(Utf8JsonWriter json, string suggestion)
    {
        json.WriteStartArray("details");
        json.WriteStartObject();
        json.WriteString("code", "suggestion");
        json.WriteString("message", suggestion);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
