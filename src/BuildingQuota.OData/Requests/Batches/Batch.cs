using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BuildingQuota.OData.Requests.Batches;

/// <summary>
/// POST $batch: reads, one after the other, each answered as if it had come alone, as the person of the outer request. After a failure the
/// rest is not tried, unless the client prefers odata.continue-on-error.
/// </summary>
internal static class Batch
{
    public static async Task Answer(HttpContext http, ODataModel model, string prefix, Func<HttpContext, string, Task> answer)
    {
        ProtocolVersion.Check(http.Request.Headers);
        var format = Format(http.Request);
        var parts = format.Read(await RequestBody.Read(http.Request, model.Limits.BatchLength));
        if (parts.Count > model.Limits.BatchParts)
            throw ODataRefusal.BadRequest(ErrorCodes.BadBatch,
                $"The batch has {parts.Count} requests; {model.Limits.BatchParts} is the most.");
        var goesOn = GoesOn(http);
        http.Response.ContentType = format.ContentType;
        ODataHeaders.Apply(http.Response);
        await Send(http, format.Begin());
        await WriteAll(http, format, parts, goesOn, part => SubRequest.Run(http, model, prefix, part, answer));
        await Send(http, format.End());
    }

    private static async Task WriteAll(HttpContext http, IBatchFormat format, IReadOnlyList<BatchPart> parts, bool goesOn,
        Func<BatchPart, Task<BatchAnswer>> run)
    {
        var failed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var refusal = part.Refusal ?? (part.DependsOn.Any(failed.Contains) ? Depends() : null);
            var got = refusal is null ? await run(part) : SubRequest.Refused(refusal);
            await Send(http, format.Write(part, got, i == 0));
            if (!got.IsFailure) continue;
            if (part.Id is not null) failed.Add(part.Id);
            if (!goesOn) return;
        }
    }

    private static IBatchFormat Format(HttpRequest request)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            if (type.MediaType == "application/json") return new JsonBatch();
            if (type.MediaType == "multipart/mixed" && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 } boundary)
                return new MultipartBatch(boundary);
        }

        throw new ODataRefusal(415, ErrorCodes.UnsupportedMediaType,
            "A batch is application/json, or multipart/mixed with a boundary.", "Content-Type");
    }

    private static bool GoesOn(HttpContext http)
    {
        var asked = http.Request.Headers["Prefer"].SelectMany(header => (header ?? "").Split(',', StringSplitOptions.TrimEntries))
            .Select(one => one.StartsWith("odata.", StringComparison.Ordinal) ? one[6..] : one)
            .Any(one => one is "continue-on-error" or "continue-on-error=true");
        if (asked) http.Response.Headers["Preference-Applied"] = "odata.continue-on-error";
        return asked;
    }

    private static ODataRefusal Depends() =>
        new(424, ErrorCodes.FailedDependency, "A request of the batch that this one depends on has failed.");

    private static async Task Send(HttpContext http, ReadOnlyMemory<byte> bytes) =>
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
}
