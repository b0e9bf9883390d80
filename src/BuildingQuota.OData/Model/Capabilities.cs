using BuildingQuota.OData.Querying;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace BuildingQuota.OData.Model;

/// <summary>Tells clients in $metadata what they can do and need not try (field §5, behaviours 36 and 37).</summary>
internal static class Capabilities
{
    private const string Vocabulary = "Org.OData.Capabilities.V1.";

    public static void Annotate(EdmModel model, IReadOnlyList<EntitySet> sets, ODataLimits limits)
    {
        var container = model.EntityContainer;
        Add(model, container, "BatchSupported", new EdmBooleanConstant(false));
        Add(model, container, "FilterFunctions", new EdmCollectionExpression(Functions.Names.Select(name => new EdmStringConstant(name))));
        foreach (var set in sets)
        {
            Say(model, set, "SearchRestrictions", "Searchable", false);
            if (set.Navigations.Count == 0) Say(model, set, "ExpandRestrictions", "Expandable", false);
            else Add(model, set.EdmSet, "ExpandRestrictions", new EdmRecordExpression(
                new EdmPropertyConstructor("Expandable", new EdmBooleanConstant(true)),
                new EdmPropertyConstructor("MaxLevels", new EdmIntegerConstant(limits.ExpandDepth))));
            Say(model, set, "InsertRestrictions", "Insertable", false);
            Say(model, set, "UpdateRestrictions", "Updatable", false);
            Say(model, set, "DeleteRestrictions", "Deletable", false);
        }
    }

    private static void Say(EdmModel model, EntitySet set, string term, string property, bool value) =>
        Add(model, set.EdmSet, term, new EdmRecordExpression(new EdmPropertyConstructor(property, new EdmBooleanConstant(value))));

    private static void Add(EdmModel model, IEdmVocabularyAnnotatable target, string term, IEdmExpression value)
    {
        var annotation = new EdmVocabularyAnnotation(target, model.FindTerm(Vocabulary + term), value);
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }
}
