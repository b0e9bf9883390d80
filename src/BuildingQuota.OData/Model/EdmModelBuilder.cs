using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Vocabularies.V1;

namespace BuildingQuota.OData.Model;

/// <summary>Builds the entity data model that $metadata shows and the parser binds against.</summary>
internal static class EdmModelBuilder
{
    private static readonly EdmCoreModel Core = EdmCoreModel.Instance;

    public static EdmModel Build(ODataServiceOptions options, IReadOnlyList<EntitySet> sets)
    {
        var model = new EdmModel();
        model.SetEdmVersion(new Version(4, 0));
        var container = new EdmEntityContainer(options.Namespace, options.Container);
        var types = new Dictionary<Type, EdmEntityType>();
        foreach (var set in sets)
        {
            if (!types.TryGetValue(set.RowType, out var type)) types[set.RowType] = type = AddType(model, options.Namespace, set);
            set.Bind(type, container.AddEntitySet(set.Name, type));
        }

        foreach (var set in sets) AddNavigations(model, set);
        model.AddElement(container);
        Capabilities.Annotate(model, sets, options.Limits);
        return model;
    }

    /// <summary>Types are shared by sets of one row type, so a navigation may be there already; the binding is each set's own.</summary>
    private static void AddNavigations(EdmModel model, EntitySet set)
    {
        var type = (EdmEntityType)set.EdmType;
        foreach (var navigation in set.Navigations)
        {
            var declared = type.FindProperty(navigation.Name) as IEdmNavigationProperty ?? type.AddUnidirectionalNavigation(new()
            {
                Name = navigation.Name,
                Target = navigation.Target.EdmType,
                TargetMultiplicity = navigation.IsMany ? EdmMultiplicity.Many : EdmMultiplicity.ZeroOrOne,
                DependentProperties = navigation.IsMany ? null : [(IEdmStructuralProperty)type.FindProperty(navigation.From.Name)],
                PrincipalProperties = navigation.IsMany ? null : navigation.Target.EdmType.Key(),
            });
            ((EdmEntitySet)set.EdmSet).AddNavigationTarget(declared, navigation.Target.EdmSet);
            if (navigation.Description is { } text) model.SetDescriptionAnnotation(declared, text);
        }
    }

    private static EdmEntityType AddType(EdmModel model, string schema, EntitySet set)
    {
        var type = new EdmEntityType(schema, set.TypeName);
        foreach (var property in set.Properties)
        {
            var declared = type.AddStructuralProperty(property.Name, TypeOf(property));
            if (set.Keys.Contains(property)) type.AddKeys(declared);
            if (Description(property) is { } text) model.SetDescriptionAnnotation(declared, text);
        }

        foreach (var stream in set.Streams)
            type.AddStructuralProperty(stream.Name,
                new EdmPrimitiveTypeReference(Core.GetPrimitiveType(EdmPrimitiveTypeKind.Stream), isNullable: true));
        if (set.Description is { } description) model.SetDescriptionAnnotation(type, description);
        model.AddElement(type);
        return type;
    }

    private static IEdmTypeReference TypeOf(RowProperty property) => property.Kind switch
    {
        EdmPrimitiveTypeKind.Decimal => new EdmDecimalTypeReference(
            Core.GetPrimitiveType(EdmPrimitiveTypeKind.Decimal), property.IsNullable, property.Precision, property.Scale),
        _ => Core.GetPrimitive(property.Kind, property.IsNullable),
    };

    /// <summary>An enum is text on the wire, so its values are told in words.</summary>
    private static string? Description(RowProperty property) => !property.IsEnum
        ? property.Description
        : $"{property.Description} One of: {string.Join(", ", Enum.GetNames(property.PlainType))}.".TrimStart();
}
