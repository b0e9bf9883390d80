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
        var references = request.Path.Kind == ResourceKind.References;
        if (references)
            request.Options.AllowOnly("references",
                "$filter", "$search", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format");
        var representation = request.Representation();
        var query = new CollectionQuery<TRow>(set, request.Options, request,
            PagePreference.Apply(request.Http, request.Model.Limits.PageSize));
        var filtered = query.Filtered(set.Rows(request));
        var count = query.KnownCount ?? (query.WantsCount ? await RowReading.Count(filtered, request) : null);
        await using var rows = await RowReading.Start(query.Page(filtered), request);
        var loaded = await Load(rows, query);

        await using var answer = await JsonAnswer.Begin(request, representation);
        answer.Json.WriteStartObject();
        if (representation.WithMetadata)
            answer.Json.WriteString("@odata.context",
                references ? ContextUrl.OfReferences(request) : ContextUrl.OfCollection(request, query.Shape.SelectList));
        if (count is not null) answer.Json.WriteNumber("@odata.count", count.Value);
        var writer = references ? set.Writer.References(request.Root) : query.Shape.Writer;
        var last = await WriteRows(answer, loaded, query.Size, writer, representation);
        if (last is not null) answer.Json.WriteString("@odata.nextLink", query.NextLink(request.Path.Address, last, count));
        answer.Json.WriteEndObject();
        await answer.Flush();
    }

    public static async Task WriteCount<TRow>(EntitySet<TRow> set, ODataRequest request)
        where TRow : class, new()
    {
        request.Options.AllowOnly("/$count", "$filter", "$search");
        var query = new CollectionQuery<TRow>(set, request.Options, request, pageSize: 1);
        var count = await RowReading.Count(query.Filtered(set.Rows(request)), request);
        request.Http.Response.ContentType = "text/plain;charset=utf-8";
        ODataHeaders.Apply(request.Http.Response);
        await request.Http.Response.WriteAsync(count.ToString(CultureInfo.InvariantCulture), request.Stop);
    }

    /// <summary>
    /// Rows with expansions are read as a page, since what hangs on them is asked for all of them at once; others go on as they come.
    /// </summary>
    private static async Task<IRowFlow<Placed<TRow>>> Load<TRow>(StartedRows<Placed<TRow>> rows, CollectionQuery<TRow> query)
        where TRow : class, new()
    {
        if (query.Shape.Expansions.Count == 0) return rows;
        var page = new List<Placed<TRow>>();
        for (; rows.HasRow; await rows.Next()) page.Add(rows.Current);
        await rows.DisposeAsync(); // a connection carries one statement at a time
        await query.Shape.Load([.. page.Take(query.Size).Select(placed => placed.Row)]);
        return new ReadRows<Placed<TRow>>(page);
    }

    /// <summary>Writes up to <paramref name="size"/> rows; answers the last one when there is a row beyond it.</summary>
    private static async Task<Placed<TRow>?> WriteRows<TRow>(
        JsonAnswer answer, IRowFlow<Placed<TRow>> rows, int size, RowWriter<TRow> writer, Representation representation)
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
