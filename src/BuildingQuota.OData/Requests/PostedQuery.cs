using System.Text;
using BuildingQuota.OData.Errors;
using Microsoft.AspNetCore.Http;

namespace BuildingQuota.OData.Requests;

/// <summary>
/// POST to <c>Set/$query</c>: a GET whose options are too long for a URL, or for what stands on the way; they are the body.
/// </summary>
internal static class PostedQuery
{
    public const string Segment = "/$query";

    public static bool Is(HttpRequest request, string path) =>
        HttpMethods.IsPost(request.Method) && path.EndsWith(Segment, StringComparison.Ordinal);

    /// <summary>The options of the URL and those of the body, as one query.</summary>
    public static async Task<string> Read(HttpRequest request, ODataLimits limits)
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        if (type is not ("text/plain" or "application/x-www-form-urlencoded"))
            throw new ODataRefusal(415, ErrorCodes.UnsupportedMediaType,
                $"The body of $query is text/plain, as in $filter=Id eq 1&$top=5, not '{type}'.", "Content-Type");
        var body = await RequestBody.Read(request, limits.QueryLength);
        var text = Encoding.UTF8.GetString(body.Span).Trim();
        return string.Join('&', new[] { request.QueryString.Value?.TrimStart('?') ?? "", text }.Where(part => part.Length > 0));
    }
}

/// <summary>Reads a body that must be small.</summary>
internal static class RequestBody
{
    public static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, int most)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (kept.Length + read > most)
                throw new ODataRefusal(413, ErrorCodes.BodyTooLong, $"The body is longer than {most} bytes.");
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
