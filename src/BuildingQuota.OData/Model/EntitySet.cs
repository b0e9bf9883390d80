using BuildingQuota.OData.Querying;
using BuildingQuota.OData.Requests;
using Microsoft.OData.Edm;

namespace BuildingQuota.OData.Model;

/// <summary>A set of flat rows with a key: what is known of it before its row type matters.</summary>
internal abstract class EntitySet(string name, Type rowType)
{
    public string Name { get; } = name;
    public Type RowType { get; } = rowType;
    public required string TypeName { get; init; }
    public required string? Description { get; init; }
    public required IReadOnlyList<RowProperty> Properties { get; init; }
    public required IReadOnlyList<RowProperty> Keys { get; init; }
    public required IReadOnlyList<RowStream> Streams { get; init; }

    /// <summary>Columns that $search looks into; none: it is refused.</summary>
    public required IReadOnlyList<RowProperty> Searched { get; init; }

    public required IReadOnlyList<NavigationDraft> Drafts { get; init; }
    public IReadOnlyList<Navigation> Navigations { get; private set; } = []; // linked once, when every set is known
    public IEdmEntityType EdmType { get; private set; } = null!; // bound once, when the model is built, before any request
    public IEdmEntitySet EdmSet { get; private set; } = null!; // as above

    public IEnumerable<string> Names => Properties.Select(property => property.Name)
        .Concat(Streams.Select(stream => stream.Name)).Concat(Navigations.Select(navigation => navigation.Name));

    public void Bind(IEdmEntityType type, IEdmEntitySet set) => (EdmType, EdmSet) = (type, set);

    public void Link(IReadOnlyDictionary<string, EntitySet> sets) => Navigations = [.. Drafts.Select(draft => draft.Link(this, sets))];

    public Navigation? FindNavigation(string name) => Navigations.FirstOrDefault(navigation => navigation.Name == name);

    public RowProperty? Find(string name) => Properties.FirstOrDefault(property => property.Name == name);

    /// <summary>All rows that the caller may see.</summary>
    public abstract IQueryable Source(IServiceProvider services);

    /// <summary>The value of one column of the row at hand; the row itself missing is refused with 404.</summary>
    public abstract Task<object?> ReadColumn(ODataRequest request, RowCondition? origin, EntityKey? key, RowProperty column);

    public abstract Expansion<TParent> Expand<TParent>(ExpandItem item, ODataRequest request, Func<TParent, string> addressOf);

    public abstract Task Answer(ODataRequest request);
}
