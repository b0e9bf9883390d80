using Microsoft.AspNetCore.Http;

namespace BuildingQuota.Features.Access;

/// <summary>How a program is told that it may not: an OData error below /odata, problem+json elsewhere.</summary>
internal static class Refusals
{
    private const string OData = "application/json;odata.metadata=minimal";

    public static Task Write(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        if (!context.Request.Path.StartsWithSegments("/odata", StringComparison.OrdinalIgnoreCase))
            return context.Response.WriteAsJsonAsync(new { type = "/problems/" + code, title = message, status, code }, options: null,
                contentType: "application/problem+json");
        context.Response.Headers["OData-Version"] = "4.0";
        return context.Response.WriteAsJsonAsync(new { error = new { code, message } }, options: null, contentType: OData);
    }
}
