using System.Linq.Expressions;
using BuildingQuota.OData.Querying;
using BuildingQuota.OData.Querying.Apply;
using BuildingQuota.OData.Requests;
using BuildingQuota.OData.Writing;

namespace BuildingQuota.OData.Model;

/// <summary>An entity set with its rows: where they come from and who writes them.</summary>
internal sealed class EntitySet<TRow>(string name, Func<IServiceProvider, IQueryable<TRow>> source) : EntitySet(name, typeof(TRow))
    where TRow : class, new()
{
    private RowSetWriter<TRow>? _writer;

    public RowSetWriter<TRow> Writer => _writer ??= new(this);

    public override IQueryable<TRow> Source(IServiceProvider services) => source(services);

    /// <summary>The rows that the address is about: those of the set, or those that its navigation leads to.</summary>
    public IQueryable<TRow> Rows(ODataRequest request)
    {
        var rows = source(request.Http.RequestServices);
        return request.Origin is { } origin ? origin.Apply(rows) : rows;
    }

    public override async Task<object?> ReadColumn(ODataRequest request, RowCondition? origin, EntityKey? key, RowProperty column)
    {
        var rows = source(request.Http.RequestServices);
        if (origin is not null) rows = origin.Apply(rows);
        if (key is not null) rows = key.Apply(rows);
        var row = Expression.Parameter(typeof(TRow), "row");
        var only = Expression.Lambda<Func<TRow, TRow>>(Columns.Only(row, this, [column.Name]), row);
        var found = await RowReading.First(rows.Select(only).Take(1), request) ?? throw EntityReading.Missing(this);
        return column.Clr.GetValue(found);
    }

    public override Expansion<TParent> Expand<TParent>(ExpandItem item, ODataRequest request, Func<TParent, string> addressOf) =>
        new Expansion<TParent, TRow>(item, this, request, addressOf);

    public override Task Answer(ODataRequest request) => request.Path.Kind switch
    {
        ResourceKind.Collection when ApplyQuery.IsFor(request.Options) => ApplyAnswer.Write(this, Rows(request), request),
        ResourceKind.Count when ApplyQuery.IsFor(request.Options) => ApplyAnswer.WriteCount(this, Rows(request), request),
        ResourceKind.Collection or ResourceKind.References => CollectionAnswer.Write(this, request),
        ResourceKind.Count => CollectionAnswer.WriteCount(this, request),
        ResourceKind.Entity => EntityAnswer.Write(this, request),
        ResourceKind.Reference => EntityAnswer.WriteReference(this, request),
        ResourceKind.Property => EntityAnswer.WriteProperty(this, request),
        ResourceKind.PropertyValue => EntityAnswer.WriteValue(this, request),
        _ => StreamAnswer.Write(this, request),
    };
}
