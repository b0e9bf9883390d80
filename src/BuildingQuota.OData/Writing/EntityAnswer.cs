using System.Linq.Expressions;
using System.Text;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Querying;
using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Writing;

/// <summary>One row by its key, one of its values, or that value bare.</summary>
internal static class EntityAnswer
{
    public static async Task Write<TRow>(EntitySet<TRow> set, ODataRequest request)
        where TRow : class, new()
    {
        request.Options.AllowOnly("a single entity", "$select", "$expand", "$format");
        var representation = request.Representation();
        var parameter = Expression.Parameter(typeof(TRow), "row");
        var shape = new RowShape<TRow>(set, request, new QueryParser(request, set, request.Options, parameter).Selection(),
            ExpandParser.Parse(set, request.Options, new(request.Model.Limits)));
        var row = await EntityReading.Find(set, request, shape.Columns);
        if (row is null)
        {
            NoContent(request, set);
            return;
        }

        await shape.Load([row]);
        await using var answer = JsonAnswer.BeginWhole(request, representation);
        answer.Json.WriteStartObject();
        if (representation.WithMetadata) answer.Json.WriteString("@odata.context", ContextUrl.OfEntity(request, shape.SelectList));
        shape.Writer.Write(answer.Json, row, representation);
        answer.Json.WriteEndObject();
        await answer.Flush();
    }

    public static async Task WriteReference<TRow>(EntitySet<TRow> set, ODataRequest request)
        where TRow : class, new()
    {
        request.Options.AllowOnly("a reference", "$format");
        var representation = request.Representation();
        var row = await EntityReading.Find(set, request, [.. set.Keys.Select(key => key.Name)]);
        if (row is null)
        {
            NoContent(request, set);
            return;
        }

        await using var answer = await JsonAnswer.Begin(request, representation);
        answer.Json.WriteStartObject();
        if (representation.WithMetadata) answer.Json.WriteString("@odata.context", ContextUrl.OfReference(request));
        set.Writer.References(request.Root).Write(answer.Json, row, representation);
        answer.Json.WriteEndObject();
        await answer.Flush();
    }

    /// <summary>204 when the value is null, as the protocol says.</summary>
    public static async Task WriteProperty<TRow>(EntitySet<TRow> set, ODataRequest request)
        where TRow : class, new()
    {
        request.Options.AllowOnly("a property", "$format");
        var representation = request.Representation();
        var row = await EntityReading.Read(set, request, columns: null);
        var column = set.Writer.Column(request.Path.Member!); // a path of this kind names a column
        if (column.Text(row) is null)
        {
            NoContent(request);
            return;
        }

        await using var answer = await JsonAnswer.Begin(request, representation);
        answer.Json.WriteStartObject();
        if (representation.WithMetadata)
            answer.Json.WriteString("@odata.context", ContextUrl.OfProperty(request, set.Writer.AddressOf(row)));
        answer.Json.WritePropertyName("value");
        column.WriteValue(answer.Json, row, representation.NumbersAsText);
        answer.Json.WriteEndObject();
        await answer.Flush();
    }

    public static async Task WriteValue<TRow>(EntitySet<TRow> set, ODataRequest request)
        where TRow : class, new()
    {
        request.Options.AllowOnly("a raw value");
        var row = await EntityReading.Read(set, request, columns: null);
        if (set.Writer.Column(request.Path.Member!).Text(row) is not { } text) // a path of this kind names a column
        {
            NoContent(request);
            return;
        }

        request.Http.Response.ContentType = "text/plain;charset=utf-8";
        ODataHeaders.Apply(request.Http.Response);
        await request.Http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), request.Stop);
    }

    /// <summary>A key that leads nowhere is 404; a to-one navigation that does is 204.</summary>
    private static void NoContent(ODataRequest request, EntitySet set)
    {
        if (request.Path.Key is not null) throw EntityReading.Missing(set);
        NoContent(request);
    }

    public static void NoContent(ODataRequest request)
    {
        request.Http.Response.StatusCode = 204;
        ODataHeaders.Apply(request.Http.Response);
    }
}
