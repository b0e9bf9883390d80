using BuildingQuota.OData.Querying;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace BuildingQuota.OData.Model;

/// <summary>Tells clients in $metadata what they need not try (field §5, behaviours 36 and 37).</summary>
internal static class Capabilities
{
    private const string Vocabulary = "Org.OData.Capabilities.V1.";

    public static void Annotate(EdmModel model, EdmEntityContainer container)
    {
        Add(model, container, "BatchSupported", new EdmBooleanConstant(false));
        Add(model, container, "FilterFunctions", new EdmCollectionExpression(Functions.Names.Select(name => new EdmStringConstant(name))));
        foreach (var set in container.EntitySets().Cast<EdmEntitySet>())
        {
            Refuse(model, set, "SearchRestrictions", "Searchable");
            Refuse(model, set, "ExpandRestrictions", "Expandable");
            Refuse(model, set, "InsertRestrictions", "Insertable");
            Refuse(model, set, "UpdateRestrictions", "Updatable");
            Refuse(model, set, "DeleteRestrictions", "Deletable");
        }
    }

    private static void Refuse(EdmModel model, EdmEntitySet set, string term, string property) =>
        Add(model, set, term, new EdmRecordExpression(new EdmPropertyConstructor(property, new EdmBooleanConstant(false))));

    private static void Add(EdmModel model, IEdmVocabularyAnnotatable target, string term, IEdmExpression value)
    {
        var annotation = new EdmVocabularyAnnotation(target, model.FindTerm(Vocabulary + term), value);
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }
}
