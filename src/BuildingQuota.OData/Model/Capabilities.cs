using BuildingQuota.OData.Querying;
using BuildingQuota.OData.Querying.Apply;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace BuildingQuota.OData.Model;

/// <summary>Tells clients in $metadata what they can do and need not try (field §5, behaviours 36 and 37).</summary>
internal static class Capabilities
{
    private const string Vocabulary = "Org.OData.Capabilities.V1.";

    private static readonly EdmBooleanConstant True = new(true);
    private static readonly EdmBooleanConstant False = new(false);

    /// <summary>Of vocabularies that the library does not carry; only their names are written.</summary>
    private static readonly EdmTerm ApplySupported = new("Org.OData.Aggregation.V1", "ApplySupported", EdmPrimitiveTypeKind.String);
    private static readonly EdmTerm Unit = new("Org.OData.Measures.V1", "Unit", EdmPrimitiveTypeKind.String);

    public static void Annotate(EdmModel model, IReadOnlyList<EntitySet> sets, ODataLimits limits)
    {
        var container = model.EntityContainer;
        foreach (var term in new[] { "BatchSupported", "BatchContinueOnErrorSupported", "KeyAsSegmentSupported", "QuerySegmentSupported" })
            Add(model, container, term, True);
        Add(model, container, "CrossJoinSupported", False);
        Add(model, container, "FilterFunctions", Texts(Functions.Names));
        foreach (var set in sets)
        {
            Reading(model, set, limits);
            Say(model, set, "InsertRestrictions", ("Insertable", False));
            Say(model, set, "UpdateRestrictions", ("Updatable", False));
            Say(model, set, "DeleteRestrictions", ("Deletable", False));
        }
    }

    /// <summary>Documents are no values, so they are in no expression; everything else of a row is.</summary>
    private static void Reading(EdmModel model, EntitySet set, ODataLimits limits)
    {
        foreach (var measure in set.Properties.Where(property => property.Unit is not null))
            Add(model, set.EdmType.FindProperty(measure.Name), Unit, new EdmPathExpression(measure.Unit!.Name)); // as asked
        var documents = new EdmCollectionExpression(set.Streams.Select(stream => new EdmPropertyPathExpression(stream.Name)));
        foreach (var term in new[] { "TopSupported", "SkipSupported", "ComputeSupported" }) Add(model, set.EdmSet, term, True);
        Say(model, set, "CountRestrictions", ("Countable", True));
        Say(model, set, "FilterRestrictions", ("Filterable", True), ("NonFilterableProperties", documents));
        Say(model, set, "SortRestrictions", ("Sortable", True), ("NonSortableProperties", documents));
        Say(model, set, "SearchRestrictions", ("Searchable", set.Searched.Count > 0 ? True : False));
        if (set.Navigations.Count == 0) Say(model, set, "ExpandRestrictions", ("Expandable", False));
        else Say(model, set, "ExpandRestrictions", ("Expandable", True), ("MaxLevels", new EdmIntegerConstant(limits.ExpandDepth)));
        Add(model, set.EdmSet, ApplySupported,
            new EdmRecordExpression(new EdmPropertyConstructor("Transformations", Texts(Transformations.Names))));
    }

    private static EdmCollectionExpression Texts(IEnumerable<string> texts) => new(texts.Select(text => new EdmStringConstant(text)));

    private static void Say(EdmModel model, EntitySet set, string term,
        params IEnumerable<(string Name, IEdmExpression Value)> properties) => Add(model, set.EdmSet, term, new EdmRecordExpression(properties
            .Where(property => property.Value is not EdmCollectionExpression { Elements: { } elements } || elements.Any())
            .Select(property => new EdmPropertyConstructor(property.Name, property.Value))));

    private static void Add(EdmModel model, IEdmVocabularyAnnotatable target, string term, IEdmExpression value) =>
        Add(model, target, model.FindTerm(Vocabulary + term), value);

    private static void Add(EdmModel model, IEdmVocabularyAnnotatable target, IEdmTerm term, IEdmExpression value)
    {
        var annotation = new EdmVocabularyAnnotation(target, term, value);
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }
}
