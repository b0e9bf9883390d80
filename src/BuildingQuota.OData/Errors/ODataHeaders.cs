using BuildingQuota.OData.Requests;
using Microsoft.AspNetCore.Http;

namespace BuildingQuota.OData.Errors;

/// <summary>What every answer of the service carries, errors included.</summary>
internal static class ODataHeaders
{
    public const string Version = "4.0";

    public static void Apply(HttpResponse response)
    {
        response.Headers["OData-Version"] = Version;
        response.Headers.XContentTypeOptions = "nosniff";
        CrossOrigin.Apply(response);
    }
}
