using BuildingQuota.OData.Errors;
using Microsoft.Net.Http.Headers;

namespace BuildingQuota.OData.Requests;

/// <summary>The JSON that the client asked for.</summary>
/// <param name="WithMetadata">odata.metadata=minimal: context and links of documents; false: none, only data, count and next link.</param>
/// <param name="NumbersAsText">IEEE754Compatible=true: Int64 and Decimal as strings.</param>
internal sealed record Representation(bool WithMetadata, bool NumbersAsText)
{
    public string ContentType =>
        $"application/json;odata.metadata={(WithMetadata ? "minimal" : "none")}{(NumbersAsText ? ";IEEE754Compatible=true" : "")}";

    /// <summary>$format rules over Accept. Nothing that we can make: 406.</summary>
    public static Representation Negotiate(string? format, IList<string?> accept)
    {
        if (format is not null)
            return format == "json" ? new(true, false) : Parse(format) ?? throw NotAcceptable(format, "$format");
        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var ranges)) return new(true, false);

        return ranges.Where(range => range.Quality != 0).OrderByDescending(range => range.Quality ?? 1)
            .Select(OfRange).FirstOrDefault(made => made is not null)
            ?? throw NotAcceptable(string.Join(", ", accept), "Accept");
    }

    private static Representation? Parse(string text) => MediaTypeHeaderValue.TryParse(text, out var range) ? OfRange(range) : null;

    private static Representation? OfRange(MediaTypeHeaderValue range)
    {
        if (range.MatchesAllTypes || (range.Type == "application" && range.MatchesAllSubTypes)) return new(true, false);
        if (range.MediaType != "application/json") return null;
        var exact = Parameter(range, "IEEE754Compatible") == "true";
        return (Parameter(range, "odata.metadata") ?? Parameter(range, "metadata")) switch
        {
            null or "minimal" => new(true, exact),
            "none" => new(false, exact),
            _ => null,
        };
    }

    private static string? Parameter(MediaTypeHeaderValue range, string name) => range.Parameters
        .FirstOrDefault(parameter =>
            parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Value?.Trim('"').ToLowerInvariant();

    private static ODataRefusal NotAcceptable(string asked, string target) => new(406, ErrorCodes.NotAcceptable,
        $"'{asked}' cannot be served. Ask for application/json with odata.metadata=minimal or none.", target);
}
