using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.OData.Edm;

namespace BuildingQuota.OData.Model;

/// <summary>One column of a row: its CLR property and how the wire names and types it.</summary>
internal sealed class RowProperty
{
    private static readonly Dictionary<Type, EdmPrimitiveTypeKind> Kinds = new()
    {
        [typeof(string)] = EdmPrimitiveTypeKind.String,
        [typeof(byte)] = EdmPrimitiveTypeKind.Byte,
        [typeof(short)] = EdmPrimitiveTypeKind.Int16,
        [typeof(int)] = EdmPrimitiveTypeKind.Int32,
        [typeof(long)] = EdmPrimitiveTypeKind.Int64,
        [typeof(decimal)] = EdmPrimitiveTypeKind.Decimal,
        [typeof(double)] = EdmPrimitiveTypeKind.Double,
        [typeof(bool)] = EdmPrimitiveTypeKind.Boolean,
        [typeof(DateOnly)] = EdmPrimitiveTypeKind.Date,
        [typeof(DateTimeOffset)] = EdmPrimitiveTypeKind.DateTimeOffset,
        [typeof(Guid)] = EdmPrimitiveTypeKind.Guid,
    };

    private static readonly ConcurrentDictionary<PropertyInfo, bool> Annotated = new();

    private RowProperty(PropertyInfo clr, bool isNullable)
    {
        Clr = clr;
        IsNullable = isNullable;
        PlainType = Nullable.GetUnderlyingType(clr.PropertyType) ?? clr.PropertyType;
        Kind = PlainType.IsEnum ? EdmPrimitiveTypeKind.String : Kinds.GetValueOrDefault(PlainType);
        if (Kind == EdmPrimitiveTypeKind.None)
            throw new ArgumentException($"{clr.DeclaringType?.Name}.{clr.Name} is a {PlainType.Name}: use DateOnly, DateTimeOffset, "
                + "decimal, double, int, long, short, byte, bool, Guid, string or an enum.");
    }

    public PropertyInfo Clr { get; }
    public string Name => Clr.Name;
    public Type ClrType => Clr.PropertyType;

    /// <summary>Without the Nullable around it.</summary>
    public Type PlainType { get; }

    public bool IsNullable { get; }

    /// <summary>
    /// Enums are Edm.String: Excel and Power BI fold a text comparison (<c>Tier eq 'Over'</c>) and load a text column, while an
    /// Edm enum literal (<c>Ns.Tier'Over'</c>) is something they never write.
    /// </summary>
    public EdmPrimitiveTypeKind Kind { get; }

    public bool IsEnum => PlainType.IsEnum;
    public int Precision { get; set; } = 28;
    public int Scale { get; set; } = 6;
    public string? Description { get; set; }

    /// <summary>The column that says what unit this measure is in, row by row.</summary>
    public RowProperty? Unit { get; set; }

    /// <summary>Whether a column may hold null, by its annotation.</summary>
    public static bool IsNullableColumn(PropertyInfo column) => Annotated.GetOrAdd(column, static asked =>
        new NullabilityInfoContext().Create(asked).ReadState == NullabilityState.Nullable);

    public static IEnumerable<RowProperty> AllOf(Type row) => row.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0)
        .Select(property => new RowProperty(property, IsNullableColumn(property)));
}
