using System.Globalization;
using System.Text.Json;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Querying;
using BuildingQuota.OData.Querying.Apply;
using BuildingQuota.OData.Requests;
using Microsoft.AspNetCore.Http;

namespace BuildingQuota.OData.Writing;

/// <summary>A page of what $apply or $compute made, and the number of its rows.</summary>
internal static class ApplyAnswer
{
    public static async Task Write(EntitySet set, IQueryable source, ODataRequest request)
    {
        var representation = request.Representation();
        var query = new ApplyQuery(set, source, request, PagePreference.Apply(request.Http, request.Model.Limits.PageSize));
        var count = query.KnownCount ?? (request.Options.Count ? await query.Count() : null);
        await using var rows = await RowReading.Start(query.Page(), request);
        var writer = new CellsWriter(query.Columns, representation.NumbersAsText);

        await using var answer = await JsonAnswer.Begin(request, representation);
        answer.Json.WriteStartObject();
        if (representation.WithMetadata)
            answer.Json.WriteString("@odata.context", ContextUrl.OfCollection(request, $"({writer.SelectList})"));
        if (count is not null) answer.Json.WriteNumber("@odata.count", count.Value);
        answer.Json.WriteStartArray("value");
        if (!rows.HasRow && query is { IsSingle: true, Size: > 0 }) writer.WriteOfNothing(answer.Json);
        var last = await WriteRows(answer, rows, query.Size, writer);
        answer.Json.WriteEndArray();
        if (last is not null) answer.Json.WriteString("@odata.nextLink", query.NextLink(last, count));
        answer.Json.WriteEndObject();
        await answer.Flush();
    }

    public static async Task WriteCount(EntitySet set, IQueryable source, ODataRequest request)
    {
        var count = await new ApplyQuery(set, source, request, pageSize: 1).Count();
        request.Http.Response.ContentType = "text/plain;charset=utf-8";
        ODataHeaders.Apply(request.Http.Response);
        await request.Http.Response.WriteAsync(count.ToString(CultureInfo.InvariantCulture), request.Stop);
    }

    private static async Task<Placed<Cells>?> WriteRows(JsonAnswer answer, StartedRows<Placed<Cells>> rows, int size, CellsWriter writer)
    {
        Placed<Cells>? last = null;
        for (var written = 0; written < size && rows.HasRow; written++)
        {
            last = rows.Current;
            writer.Write(answer.Json, last.Row);
            await answer.Breathe();
            await rows.Next();
        }

        return rows.HasRow ? last : null;
    }
}
