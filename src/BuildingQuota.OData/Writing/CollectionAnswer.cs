using System.Globalization;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Querying;
using BuildingQuota.OData.Requests;
using Microsoft.AspNetCore.Http;

namespace BuildingQuota.OData.Writing;

/// <summary>A page of a set, streamed row by row, and the number of its rows.</summary>
internal static class CollectionAnswer
{
    public static async Task Write<TRow>(EntitySet<TRow> set, ODataRequest request)
        where TRow : class, new()
    {
        var representation = request.Representation();
        var query = new CollectionQuery<TRow>(request, PagePreference.Apply(request.Http, request.Model.Limits.PageSize));
        var filtered = query.Filtered(set.Rows(request));
        var count = query.KnownCount ?? (query.WantsCount ? await RowReading.Count(filtered, request) : null);
        await using var rows = await RowReading.Start(query.Page(filtered), request);

        await using var answer = await JsonAnswer.Begin(request, representation);
        answer.Json.WriteStartObject();
        if (representation.WithMetadata) answer.Json.WriteString("@odata.context", ContextUrl.OfCollection(request, query.Selection));
        if (count is not null) answer.Json.WriteNumber("@odata.count", count.Value);
        var last = await WriteRows(answer, rows, query.Size, set.Writer.Select(query.Selection, request.Root), representation);
        if (last is not null) answer.Json.WriteString("@odata.nextLink", query.NextLink(last, count));
        answer.Json.WriteEndObject();
        await answer.Flush();
    }

    public static async Task WriteCount<TRow>(EntitySet<TRow> set, ODataRequest request)
        where TRow : class, new()
    {
        request.Options.AllowOnly("/$count", "$filter");
        var query = new CollectionQuery<TRow>(request, pageSize: 1);
        var count = await RowReading.Count(query.Filtered(set.Rows(request)), request);
        request.Http.Response.ContentType = "text/plain;charset=utf-8";
        ODataHeaders.Apply(request.Http.Response);
        await request.Http.Response.WriteAsync(count.ToString(CultureInfo.InvariantCulture), request.Stop);
    }

    /// <summary>Writes up to <paramref name="size"/> rows; answers the last one when there is a row beyond it.</summary>
    private static async Task<Placed<TRow>?> WriteRows<TRow>(
        JsonAnswer answer, StartedRows<Placed<TRow>> rows, int size, RowWriter<TRow> writer, Representation representation)
    {
        answer.Json.WriteStartArray("value");
        Placed<TRow>? last = null;
        for (var written = 0; written < size && rows.HasRow; written++)
        {
            answer.Json.WriteStartObject();
            last = rows.Current;
            writer.Write(answer.Json, last.Row, representation);
            answer.Json.WriteEndObject();
            await answer.Breathe();
            await rows.Next();
        }

        answer.Json.WriteEndArray();
        return rows.HasRow ? last : null;
    }
}
