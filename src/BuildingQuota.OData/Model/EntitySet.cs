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
    public IEdmEntityType EdmType { get; private set; } = null!; // bound once, when the model is built, before any request
    public IEdmEntitySet EdmSet { get; private set; } = null!; // as above

    public IEnumerable<string> Names => Properties.Select(property => property.Name).Concat(Streams.Select(stream => stream.Name));

    public void Bind(IEdmEntityType type, IEdmEntitySet set) => (EdmType, EdmSet) = (type, set);

    public RowProperty? Find(string name) => Properties.FirstOrDefault(property => property.Name == name);

    public abstract Task Answer(ODataRequest request);
}
