using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;
using Microsoft.OData.Edm;

namespace BuildingQuota.OData.Querying;

/// <summary>Reads one row by key from the set's own source, so that whatever hides rows there hides them here.</summary>
internal static class EntityReading
{
    public static async Task<TRow> Read<TRow>(EntitySet<TRow> set, ODataRequest request, IReadOnlyList<string>? selection)
        where TRow : class, new()
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var hasKey = Expression.Lambda<Func<TRow, bool>>(HasKey(set, row, request.Path.Key!), row); // entity paths have keys
        var query = set.Rows(request).Where(hasKey);
        if (selection is not null) query = query.Select(Expression.Lambda<Func<TRow, TRow>>(Columns.Only(row, set, selection), row));
        return await RowReading.First(query.Take(1), request)
            ?? throw ODataRefusal.NotFound(ErrorCodes.NotFound, $"{set.Name} has no entity with this key, or it is not yours to see.");
    }

    /// <summary>The value of a single key, as the row's own type.</summary>
    public static object KeyOf(EntitySet set, IReadOnlyList<KeyValuePair<string, object>> key) => ToClr(key[0].Value, set.Keys[0]);

    private static BinaryExpression HasKey(EntitySet set, ParameterExpression row, IReadOnlyList<KeyValuePair<string, object>> key) => key
        .Select(part => (Property: set.Find(part.Key)!, part.Value)) // the parser bound the names
        .Select(part => Expression.Equal(Expression.Property(row, part.Property.Clr),
            Held.Of(ToClr(part.Value, part.Property), part.Property.ClrType)))
        .Aggregate((left, right) => Expression.AndAlso(left, right));

    private static object ToClr(object value, RowProperty property) => value switch
    {
        Date date => new DateOnly(date.Year, date.Month, date.Day),
        string text when property.IsEnum => Literals.EnumValue(text, property.PlainType, property.Name),
        DateTimeOffset instant => instant.ToUniversalTime(),
        _ => value,
    };
}
