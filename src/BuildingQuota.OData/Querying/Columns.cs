using System.Linq.Expressions;
using BuildingQuota.OData.Model;

namespace BuildingQuota.OData.Querying;

/// <summary>
/// A row of the same type with only the selected columns filled: the provider reads no others, and writers need no second shape.
/// </summary>
internal static class Columns
{
    public static MemberInitExpression Only(ParameterExpression row, EntitySet set, IReadOnlyList<string> names)
    {
        var columns = set.Properties.Where(property => names.Contains(property.Name)
            || (set.Streams.Count > 0 && set.Keys.Contains(property)));
        return Expression.MemberInit(Expression.New(row.Type),
            columns.Select(property => Expression.Bind(property.Clr, Expression.Property(row, property.Clr))));
    }
}
