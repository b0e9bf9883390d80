using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Querying;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BuildingQuota.OData.Requests;

/// <summary>One request, understood as far as the protocol goes.</summary>
internal sealed class ODataRequest
{
    private ODataRequest(HttpContext http, ODataModel model)
    {
        Http = http;
        Model = model;
    }

    public HttpContext Http { get; }
    public ODataModel Model { get; }
    public required QueryOptions Options { get; init; }
    public required ResourcePath Path { get; init; }

    /// <summary>Absolute address of the service, without a slash at its end.</summary>
    public required string Root { get; init; }

    public RequestCost Cost { get; } = new();

    /// <summary>What the navigations of the address narrow the last set to; null for a whole set.</summary>
    public RowCondition? Origin { get; private set; }

    /// <summary>
    /// A posted query can be longer than any address: where its next page would need one, it is refused at once and not left without end.
    /// </summary>
    public void RefuseUnlinkable(string kept)
    {
        const int Token = 1_024;
        if (Root.Length + Path.Address.Length + kept.Length + Token > Model.Limits.UrlLength && HttpMethods.IsPost(Http.Request.Method))
            throw ODataRefusal.BadRequest(ErrorCodes.TooLongForPages, "The links to further pages of this query would be too long. "
                + $"Ask for a page at most ($top={Model.Limits.PageSize}), or with fewer values.");
    }

    public CancellationToken Stop => Http.RequestAborted;

    /// <summary>Walks the navigations of the address. False: a to-one navigation leads to nothing.</summary>
    public async Task<bool> FollowPath()
    {
        foreach (var hop in Path.Hops)
        {
            if (await hop.From.ReadColumn(this, Origin, hop.Key, hop.Navigation.From) is not { } value)
                return hop == Path.Hops[^1] && Path.Key is null ? false : throw EntityReading.Missing(hop.Navigation.Target);
            Origin = new(hop.Navigation.To, value);
        }

        return true;
    }

    public Representation Representation() =>
        Requests.Representation.Negotiate(Options.Format, Http.Request.Headers.Accept);

    public static async Task<ODataRequest> Read(HttpContext http, ODataModel model, string prefix)
    {
        var address = http.Request.RouteValues["path"] as string ?? "";
        var isPosted = PostedQuery.Is(http.Request, address);
        if (isPosted) address = address[..^PostedQuery.Segment.Length];
        else RefuseVerbs(http.Request);
        ProtocolVersion.Check(http.Request.Headers);
        if (Length(http.Request) > model.Limits.UrlLength)
            throw ODataRefusal.BadRequest(ErrorCodes.UrlTooLong,
                $"The URL is longer than {model.Limits.UrlLength} characters. Use 'in' for lists of values.");

        var path = ResourcePath.Parse(model, address);
        var query = isPosted ? await PostedQuery.Read(http.Request, model.Limits) : http.Request.QueryString.Value;
        return new(http, model)
        {
            Path = path,
            Options = QueryOptions.Parse(query, model.Options.CustomOptions),
            Root = RootOf(http.Request, model.Options.PublicBaseUrl, prefix),
        };
    }

    private static void RefuseVerbs(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return;
        throw new ODataRefusal(405, ErrorCodes.MethodNotAllowed,
            $"{request.Method} is not possible: this service is read with GET and HEAD, and by POST to Set/$query and $batch.")
        {
            Headers = [new("Allow", "GET, HEAD, OPTIONS")],
        };
    }

    private static int Length(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } target
            ? target.Length
            : (request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0);

    public static string RootOf(HttpRequest request, Uri? publicBase, string prefix)
    {
        var site = publicBase?.AbsoluteUri.TrimEnd('/')
            ?? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";
        return $"{site}/{prefix.Trim('/')}".TrimEnd('/');
    }
}
