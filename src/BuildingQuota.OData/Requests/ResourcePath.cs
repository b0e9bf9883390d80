using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Requests;

internal enum ResourceKind
{
    ServiceDocument, Metadata, Collection, Count, Entity, Property, PropertyValue, Stream,
}

/// <summary>What the path points at.</summary>
internal sealed record ResourcePath(ResourceKind Kind, EntitySet? Set = null, IReadOnlyList<KeyValuePair<string, object>>? Key = null,
    string? Member = null)
{
    private static readonly Uri Root = new("http://root/");

    public static ResourcePath Parse(ODataModel model, string path)
    {
        var segments = Segments(model, path);
        var set = segments is [EntitySetSegment { EntitySet.Name: { } name }, ..] ? model.Sets[name] : null;
        return segments switch
        {
            [] => new(ResourceKind.ServiceDocument),
            [MetadataSegment] => new(ResourceKind.Metadata),
            [BatchSegment] => throw ODataRefusal.NotImplemented(ErrorCodes.UnsupportedBatch, "$batch is not supported by this service."),
            [EntitySetSegment] => new(ResourceKind.Collection, set),
            [EntitySetSegment, CountSegment] => new(ResourceKind.Count, set),
            [EntitySetSegment, KeySegment key] => new(ResourceKind.Entity, set, [.. key.Keys]),
            [EntitySetSegment, KeySegment key, PropertySegment property] => OfMember(set!, key, property),
            [EntitySetSegment, KeySegment key, PropertySegment property, ValueSegment] =>
                OfMember(set!, key, property) with { Kind = ResourceKind.PropertyValue },
            _ => throw ODataRefusal.NotImplemented(ErrorCodes.UnsupportedPath,
                $"The path '{path}' asks for something that this service does not have."),
        };
    }

    private static ResourcePath OfMember(EntitySet set, KeySegment key, PropertySegment property)
    {
        var name = property.Property.Name;
        if (!set.Names.Contains(name)) throw Unknown(set, name);
        return new(set.Find(name) is null ? ResourceKind.Stream : ResourceKind.Property, set, [.. key.Keys], name);
    }

    private static IReadOnlyList<ODataPathSegment> Segments(ODataModel model, string path)
    {
        try
        {
            var relative = new PathString("/" + path.Trim('/')).ToUriComponent()[1..];
            return [.. new ODataUriParser(model.Edm, Root, new Uri(Root, "./" + relative)).ParsePath()];
        }
        catch (ODataUnrecognizedPathException)
        {
            throw Unknown(model, path);
        }
        catch (Exception failure) when (failure is ODataException or UriFormatException or FormatException or OverflowException)
        {
            throw ODataRefusal.BadRequest(ErrorCodes.BadPath,
                $"The path '{path}' cannot be read; a key is written as Set(1) or Set('A'). {failure.Message}");
        }
    }

    private static ODataRefusal Unknown(ODataModel model, string path)
    {
        var parts = path.Trim('/').Split('/');
        var name = parts[0].Split('(')[0];
        if (!model.Sets.TryGetValue(name, out var set))
            return ODataRefusal.UnknownName(404, ErrorCodes.UnknownResource, $"There is no entity set '{name}'.", name,
                model.Sets.Keys.Append("$metadata"));
        return Unknown(set, parts[^1]);
    }

    private static ODataRefusal Unknown(EntitySet set, string name) =>
        ODataRefusal.UnknownName(404, ErrorCodes.UnknownResource, $"{set.Name} has nothing of the name '{name}'.", name, set.Names);
}
