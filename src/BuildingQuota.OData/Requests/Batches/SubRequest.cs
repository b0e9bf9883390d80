using System.Text;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BuildingQuota.OData.Requests.Batches;

/// <summary>
/// Runs one part as a request of its own within the outer one: same person, same services, same door. Only addresses of this service and
/// only the headers named here get through.
/// </summary>
internal static class SubRequest
{
    private static readonly string[] Taken =
        ["Accept", "Accept-Language", "Content-Type", "Prefer", "If-Match", "If-None-Match", "OData-Version", "OData-MaxVersion"];
    private static readonly string[] Given =
        ["Content-Type", "OData-Version", "ETag", "Preference-Applied", "Retry-After", "Allow", "Content-Disposition"];

    public static async Task<BatchAnswer> Run(HttpContext outer, ODataModel model, string prefix, BatchPart part,
        Func<HttpContext, string, Task> answer)
    {
        if (Relative(outer.Request, model, prefix, part.Url) is not var (path, query))
            return Refused(ODataRefusal.BadRequest(ErrorCodes.BadPath,
                $"'{part.Url}' is not an address of this service. Write it relative to the service, as in Set?$top=5."));
        if (path.TrimEnd('/').EndsWith("$batch", StringComparison.Ordinal))
            return Refused(ODataRefusal.BadRequest(ErrorCodes.BadBatch, "A batch holds no batch."));

        using var body = new MemoryStream();
        var life = new InnerLife(outer.RequestAborted);
        var inner = Inner(outer, part, prefix, path, query, life, new InnerBody(body));
        await answer(inner, prefix);
        await inner.Response.BodyWriter.FlushAsync(outer.RequestAborted);
        return life.IsAborted
            ? Refused(new(500, ErrorCodes.ServerFailure, "The answer broke off after it had begun."))
            : new(inner.Response.StatusCode, [.. Given.Where(inner.Response.Headers.ContainsKey)
                .Select(name => KeyValuePair.Create(name, inner.Response.Headers[name].ToString()))], body.ToArray());
    }

    public static BatchAnswer Refused(ODataRefusal refusal) => new(refusal.Status,
        [new("Content-Type", ODataErrors.ContentType), new("OData-Version", ODataHeaders.Version)], ODataErrors.Body(refusal));

    /// <summary>Path and query within the service; null for anything outside of it.</summary>
    private static (string Path, string Query)? Relative(HttpRequest outer, ODataModel model, string prefix, string url)
    {
        var root = ODataRequest.RootOf(outer, model.Options.PublicBaseUrl, prefix) + "/";
        var local = $"{outer.PathBase.ToUriComponent()}/{prefix.Trim('/')}/";
        var rest = url.StartsWith(root, StringComparison.Ordinal) ? url[root.Length..]
            : url.StartsWith(local, StringComparison.Ordinal) ? url[local.Length..]
            : url.StartsWith('/') || url.Split('?')[0].Contains(':', StringComparison.Ordinal) ? null : url;
        if (rest is null || rest.Any(char.IsControl)) return null;
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? rest : rest[..mark];
        if (path.StartsWith('/') || path.Split('/').Any(segment => segment is "." or "..")) return null;
        return (PathString.FromUriComponent("/" + path).Value![1..], mark < 0 ? "" : rest[mark..]); // begins with the slash
    }

    private static DefaultHttpContext Inner(HttpContext outer, BatchPart part, string prefix, string path, string query, InnerLife life,
        InnerBody body)
    {
        var inner = new DefaultHttpContext();
        inner.Features.Set<IHttpRequestLifetimeFeature>(life);
        inner.Features.Set<IHttpResponseFeature>(body);
        inner.Features.Set<IHttpResponseBodyFeature>(body.Stream);
        (inner.RequestServices, inner.User, inner.TraceIdentifier) = (outer.RequestServices, outer.User, outer.TraceIdentifier);
        var request = inner.Request;
        (request.Method, request.Scheme, request.Host, request.PathBase) =
            (part.Method, outer.Request.Scheme, outer.Request.Host, outer.Request.PathBase);
        (request.Path, request.QueryString) = ($"/{prefix.Trim('/')}/{path}", new(query));
        request.RouteValues["path"] = path;
        request.Body = new MemoryStream(part.Body);
        foreach (var (name, value) in part.Headers.Where(header => Taken.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            request.Headers.Append(name, value);
        return inner;
    }

    /// <summary>An inner answer that breaks off does not break off the outer one.</summary>
    private sealed class InnerLife(CancellationToken outer) : IHttpRequestLifetimeFeature
    {
        public bool IsAborted { get; private set; }
        public CancellationToken RequestAborted { get; set; } = outer;

        public void Abort() => IsAborted = true;
    }

    /// <summary>Knows when the answer has begun, which a context without a server does not.</summary>
    private sealed class InnerBody : HttpResponseFeature
    {
        private bool _hasStarted;

        public InnerBody(Stream kept) => Stream = new Starting(kept, () => _hasStarted = true);

        public StreamResponseBodyFeature Stream { get; }

        public override bool HasStarted => _hasStarted;

        private sealed class Starting(Stream kept, Action started) : StreamResponseBodyFeature(kept)
        {
            public override Task StartAsync(CancellationToken cancellationToken = default)
            {
                started();
                return base.StartAsync(cancellationToken);
            }
        }
    }
}
