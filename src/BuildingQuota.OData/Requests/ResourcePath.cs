using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Querying;
using Microsoft.AspNetCore.Http;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Requests;

internal enum ResourceKind
{
    ServiceDocument, Metadata, Collection, Count, References, Entity, Reference, Property, PropertyValue, Stream,
}

/// <summary>A step of an address from one row to another set.</summary>
internal sealed record Hop(EntitySet From, EntityKey? Key, Navigation Navigation);

/// <summary>What the path points at: a set or a row of it, come to directly or by navigations.</summary>
internal sealed record ResourcePath(ResourceKind Kind, string Text, EntitySet? Set = null)
{
    private static readonly Uri Root = new("http://root/");

    /// <summary>Null for a whole set, and for the one row that a to-one navigation leads to.</summary>
    public EntityKey? Key { get; private init; }

    public string? Member { get; private init; }

    /// <summary>The path as a link says it.</summary>
    public string Address => new PathString("/" + Text).ToUriComponent()[1..];

    /// <summary>An address of a link as <see cref="Text"/> will have it when it is asked for.</summary>
    public static string TextOf(string address) => PathString.FromUriComponent("/" + address).Value![1..]; // begins with the slash

    public IReadOnlyList<Hop> Hops { get; private init; } = [];

    private bool IsRow => Key is not null || Hops is [.., { Navigation.IsMany: false }];

    public static ResourcePath Parse(ODataModel model, string path)
    {
        var text = path.Trim('/');
        return Segments(model, path) switch
        {
            [] => new(ResourceKind.ServiceDocument, text),
            [MetadataSegment] => new(ResourceKind.Metadata, text),
            [BatchSegment] => throw ODataRefusal.NotImplemented(ErrorCodes.UnsupportedBatch, "$batch is asked by POST."),
            [EntitySetSegment first, ..] segments => segments.Skip(1).Aggregate(
                new ResourcePath(ResourceKind.Collection, text, model.Sets[first.EntitySet.Name]), (whole, segment) => whole.Then(segment)),
            _ => throw Unsupported(text),
        };
    }

    private ResourcePath Then(ODataPathSegment segment) => (Kind, segment) switch
    {
        (ResourceKind.Collection, KeySegment key) => this with { Kind = ResourceKind.Entity, Key = EntityKey.Of(Set!, key.Keys) },
        (ResourceKind.Collection, CountSegment) => this with { Kind = ResourceKind.Count },
        (ResourceKind.Entity, NavigationPropertySegment step) => Step(step.NavigationProperty.Name),
        (ResourceKind.Entity, NavigationPropertyLinkSegment step) => Step(step.NavigationProperty.Name).AsReference(),
        (ResourceKind.Collection or ResourceKind.Entity, ReferenceSegment) => AsReference(),
        (ResourceKind.References or ResourceKind.Reference, ReferenceSegment) => this,
        (ResourceKind.Entity, PropertySegment property) => OfMember(property.Property.Name),
        (ResourceKind.Property, ValueSegment) => this with { Kind = ResourceKind.PropertyValue },
        _ => throw Unsupported(Text),
    };

    private ResourcePath AsReference() => this with { Kind = IsRow ? ResourceKind.Reference : ResourceKind.References };

    private ResourcePath Step(string name)
    {
        var navigation = Set!.FindNavigation(name) ?? throw Unknown(Set, name); // paths of rows have a set
        return this with
        {
            Kind = navigation.IsMany ? ResourceKind.Collection : ResourceKind.Entity,
            Set = navigation.Target,
            Key = null,
            Hops = [.. Hops, new(Set, Key, navigation)],
        };
    }

    private ResourcePath OfMember(string name)
    {
        if (!Set!.Names.Contains(name)) throw Unknown(Set, name); // as above
        return this with { Kind = Set.Find(name) is null ? ResourceKind.Stream : ResourceKind.Property, Member = name };
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

    /// <summary>The first part that names nothing, in the set that the parts before it lead to.</summary>
    private static ODataRefusal Unknown(ODataModel model, string path)
    {
        var names = path.Trim('/').Split('/').Select(part => part.Split('(')[0]).ToList();
        if (!model.Sets.TryGetValue(names[0], out var set))
            return ODataRefusal.UnknownName(404, ErrorCodes.UnknownResource, $"There is no entity set '{names[0]}'.", names[0],
                model.Sets.Keys.Append("$metadata"));
        foreach (var name in names.Skip(1))
            if (set.FindNavigation(name) is { } navigation) set = navigation.Target;
        return Unknown(set, names[^1]);
    }

    private static ODataRefusal Unknown(EntitySet set, string name) =>
        ODataRefusal.UnknownName(404, ErrorCodes.UnknownResource, $"{set.Name} has nothing of the name '{name}'.", name, set.Names);

    private static ODataRefusal Unsupported(string path) => ODataRefusal.NotImplemented(ErrorCodes.UnsupportedPath,
        $"The path '{path}' asks for something that this service does not have.");
}
