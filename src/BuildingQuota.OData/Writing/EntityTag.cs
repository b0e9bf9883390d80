using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BuildingQuota.OData.Writing;

/// <summary>
/// A strong tag of what is sent, which no more tells a version than the bytes do: equal tags are equal answers. 304 to a client that has
/// them already, 412 to one that expected others.
/// </summary>
internal static class EntityTag
{
    private const int Bytes = 16;

    /// <summary>Whether the bytes are to be sent; otherwise the status says why not.</summary>
    public static bool IsWanted(HttpContext http, ReadOnlySpan<byte> body)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, Bytes))}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        var asked = http.Request.GetTypedHeaders();
        if (asked.IfMatch is { Count: > 0 } expected && !Has(expected, tag))
            http.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
        else if (asked.IfNoneMatch is { Count: > 0 } known && Has(known, tag)) http.Response.StatusCode = StatusCodes.Status304NotModified;
        return http.Response.StatusCode == StatusCodes.Status200OK;
    }

    /// <summary>Weakly, since a proxy that compressed the answer may have weakened its tag.</summary>
    private static bool Has(IEnumerable<EntityTagHeaderValue> tags, EntityTagHeaderValue tag) =>
        tags.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
}
