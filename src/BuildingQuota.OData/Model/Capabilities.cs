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

    /// <summary>Of vocabularies that the library does not carry; only their names are written.</summary>
    private static readonly EdmTerm ApplySupported = new("Org.OData.Aggregation.V1", "ApplySupported", EdmPrimitiveTypeKind.String);
    private static readonly EdmTerm Unit = new("Org.OData.Measures.V1", "Unit", EdmPrimitiveTypeKind.String);

    public static void Annotate(EdmModel model, IReadOnlyList<EntitySet> sets, ODataLimits limits)
    {
        var container = model.EntityContainer;
        Add(model, container, "BatchSupported", new EdmBooleanConstant(true));
        Add(model, container, "FilterFunctions", new EdmCollectionExpression(Functions.Names.Select(name => new EdmStringConstant(name))));
        foreach (var set in sets)
        {
            foreach (var measure in set.Properties.Where(property => property.Unit is not null))
                Add(model, set.EdmType.FindProperty(measure.Name), Unit, new EdmPathExpression(measure.Unit!.Name)); // as asked
            Say(model, set, "SearchRestrictions", "Searchable", set.Searched.Count > 0);
            if (set.Navigations.Count == 0) Say(model, set, "ExpandRestrictions", "Expandable", false);
            else Add(model, set.EdmSet, "ExpandRestrictions", new EdmRecordExpression(
                new EdmPropertyConstructor("Expandable", new EdmBooleanConstant(true)),
                new EdmPropertyConstructor("MaxLevels", new EdmIntegerConstant(limits.ExpandDepth))));
            Add(model, set.EdmSet, ApplySupported, new EdmRecordExpression(new EdmPropertyConstructor("Transformations",
                new EdmCollectionExpression(Transformations.Names.Select(name => new EdmStringConstant(name))))));
            Say(model, set, "InsertRestrictions", "Insertable", false);
            Say(model, set, "UpdateRestrictions", "Updatable", false);
            Say(model, set, "DeleteRestrictions", "Deletable", false);
        }
    }

    private static void Say(EdmModel model, EntitySet set, string term, string property, bool value) =>
        Add(model, set.EdmSet, term, new EdmRecordExpression(new EdmPropertyConstructor(property, new EdmBooleanConstant(value))));

    private static void Add(EdmModel model, IEdmVocabularyAnnotatable target, string term, IEdmExpression value) =>
        Add(model, target, model.FindTerm(Vocabulary + term), value);

    private static void Add(EdmModel model, IEdmVocabularyAnnotatable target, IEdmTerm term, IEdmExpression value)
    {
        var annotation = new EdmVocabularyAnnotation(target, term, value);
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }
}
