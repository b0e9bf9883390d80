using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Querying;
using BuildingQuota.OData.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BuildingQuota.OData.Writing;

/// <summary>A document of a row: ranges, If-None-Match and HEAD are the framework's own.</summary>
internal static class StreamAnswer
{
    public static async Task Write<TRow>(EntitySet<TRow> set, ODataRequest request)
        where TRow : class, new()
    {
        request.Options.AllowOnly("a document");
        var path = request.Path;
        var row = await EntityReading.Read(set, request, [.. set.Keys.Select(key => key.Name)]);
        var stream = set.Streams.First(stream => stream.Name == path.Member);
        var key = set.Keys[0].Clr.GetValue(row)!; // a key is never null
        var asked = request.Model.Clock.GetTimestamp();
        var document = await stream.Open(request.Http.RequestServices, key, request.Stop);
        request.Cost.Took(request.Model.Clock.GetElapsedTime(asked));
        if (document is null)
            throw ODataRefusal.NotFound(ErrorCodes.NotFound, $"This entity of {set.Name} has no {stream.Name}.");

        ODataHeaders.Apply(request.Http.Response);
        var tag = document.ETag is null ? null : new EntityTagHeaderValue($"\"{document.ETag}\"");
        await Results.Stream(document.Content, document.ContentType, document.FileName, entityTag: tag,
            enableRangeProcessing: document.Content.CanSeek)
            .ExecuteAsync(request.Http);
    }
}
