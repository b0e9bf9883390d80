using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>
/// $search: a word or "phrase" is found where one of the set's searched columns contains it, letter case counting as in contains;
/// words side by side must all be found, OR and NOT are as they say.
/// </summary>
internal static class Searching
{
    public static Expression Translate(QueryNode node, QueryScope scope, EntitySet set, ParameterExpression row)
    {
        scope.Spend(1);
        return node switch
        {
            ConvertNode convert => Translate(convert.Source, scope, set, row),
            SearchTermNode term => set.Searched.Select(column => Contains(Expression.Property(row, column.Clr), term.Text, column))
                .Aggregate((one, other) => Expression.OrElse(one, other)),
            BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } both =>
                Expression.AndAlso(Translate(both.Left, scope, set, row), Translate(both.Right, scope, set, row)),
            BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } either =>
                Expression.OrElse(Translate(either.Left, scope, set, row), Translate(either.Right, scope, set, row)),
            UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Expression.Not(Translate(not.Operand, scope, set, row)),
            _ => throw scope.Unsupported($"'{node.Kind}'"),
        };
    }

    public static ODataRefusal NotDeclared(EntitySet set) => ODataRefusal.NotImplemented(ErrorCodes.UnsupportedOption,
        $"{set.Name} has no columns to be searched. Use $filter with contains.", "$search");

    private static Expression Contains(MemberExpression column, string text, RowProperty property)
    {
        var found = Expression.Call(column, nameof(string.Contains), null, Held.Of(text, typeof(string)));
        return property.IsNullable ? Expression.AndAlso(Nulls.IsNotNull(column), found) : found;
    }
}
