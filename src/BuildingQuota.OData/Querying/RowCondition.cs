using System.Linq.Expressions;
using BuildingQuota.OData.Model;
using Microsoft.OData.Edm;

namespace BuildingQuota.OData.Querying;

/// <summary>Rows whose column has this value: how a navigation in the address narrows a set.</summary>
internal sealed record RowCondition(RowProperty Column, object Value)
{
    public IQueryable<TRow> Apply<TRow>(IQueryable<TRow> rows)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(On(row), row));
    }

    public BinaryExpression On(ParameterExpression row) => Expression.Equal(
        Nulls.Lift(Expression.Property(row, Column.Clr)), Nulls.Lift(Held.Of(Value, Column.PlainType)));
}

/// <summary>A key as the address gave it, part by part.</summary>
internal sealed record EntityKey(IReadOnlyList<RowCondition> Parts)
{
    public static EntityKey Of(EntitySet set, IEnumerable<KeyValuePair<string, object>> parts) => new([.. parts
        .Select(part => (Column: set.Find(part.Key)!, part.Value)) // the parser bound the names
        .Select(part => new RowCondition(part.Column, ToClr(part.Value, part.Column)))]);

    public IQueryable<TRow> Apply<TRow>(IQueryable<TRow> rows) => Parts.Aggregate(rows, (narrowed, part) => part.Apply(narrowed));

    private static object ToClr(object value, RowProperty property) => value switch
    {
        Date date => new DateOnly(date.Year, date.Month, date.Day),
        string text when property.IsEnum => Literals.EnumValue(text, property.PlainType, property.Name),
        DateTimeOffset instant => instant.ToUniversalTime(),
        _ => value,
    };
}
