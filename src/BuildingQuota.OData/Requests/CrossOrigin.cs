using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.OData.Requests;

/// <summary>
/// Scripts in pages of other origins (UI5 in a browser) may read the service where its options name them, and see the headers that OData
/// clients live on. No credentials of cookies: keys are sent in Authorization.
/// </summary>
internal static class CrossOrigin
{
    private const string Methods = "GET, HEAD, POST, OPTIONS";
    private const string Exposed = "ETag, OData-Version, Preference-Applied, Retry-After, X-CSRF-Token, Date, Location";
    private const string Accepted = "Authorization, Accept, Accept-Language, Content-Type, Prefer, If-Match, If-None-Match, OData-Version, "
        + "OData-MaxVersion, X-CSRF-Token, X-Requested-With";

    /// <summary>What an answer says to the page that asked; nothing where nobody else is allowed.</summary>
    public static void Apply(HttpResponse response)
    {
        var origins = response.HttpContext.RequestServices?.GetService<Model.ODataModel>()?.Options.Origins;
        if (origins is not { Count: > 0 }) return;
        response.Headers.Append("Vary", "Origin");
        var origin = response.HttpContext.Request.Headers.Origin.ToString();
        if (!origins.Contains(origin)) return;
        response.Headers.AccessControlAllowOrigin = origin;
        response.Headers.AccessControlExposeHeaders = Exposed;
    }

    /// <summary>OPTIONS: what is possible here, and for a browser's preflight who may.</summary>
    public static Task Answer(HttpContext http)
    {
        var response = http.Response;
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.Allow = Methods;
        Errors.ODataHeaders.Apply(response);
        if (response.Headers.AccessControlAllowOrigin.Count > 0)
        {
            response.Headers.AccessControlAllowMethods = Methods;
            response.Headers.AccessControlAllowHeaders = Accepted;
            response.Headers.AccessControlMaxAge = "7200";
        }

        return Task.CompletedTask;
    }
}
