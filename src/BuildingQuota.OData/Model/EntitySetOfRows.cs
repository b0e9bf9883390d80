using BuildingQuota.OData.Requests;
using BuildingQuota.OData.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.OData.Model;

/// <summary>An entity set with its rows: where they come from and who writes them.</summary>
internal sealed class EntitySet<TRow>(string name, Func<IServiceProvider, IQueryable<TRow>> source) : EntitySet(name, typeof(TRow))
    where TRow : class, new()
{
    private RowSetWriter<TRow>? _writer;

    public RowSetWriter<TRow> Writer => _writer ??= new(this);

    public IQueryable<TRow> Rows(ODataRequest request) => source(request.Http.RequestServices);

    public override Task Answer(ODataRequest request) => request.Path.Kind switch
    {
        ResourceKind.Collection => CollectionAnswer.Write(this, request),
        ResourceKind.Count => CollectionAnswer.WriteCount(this, request),
        ResourceKind.Entity => EntityAnswer.Write(this, request),
        ResourceKind.Property => EntityAnswer.WriteProperty(this, request),
        ResourceKind.PropertyValue => EntityAnswer.WriteValue(this, request),
        _ => StreamAnswer.Write(this, request),
    };
}
