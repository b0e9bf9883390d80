using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>
/// Navigations in an expression: a to-one path is a scalar subquery, any, all and /$count are subqueries over the target's own source,
/// so its row scope is theirs. Everything stays one statement.
/// </summary>
internal static class Navigating
{
    /// <summary>The value at the end of a to-one path; null where there is no such row.</summary>
    public static Expression Value(Translator translator, SingleNavigationNode node, RowProperty column, bool asText = false)
    {
        var (navigation, from) = Start(translator, node.Source, node.NavigationProperty.Name);
        var other = Expression.Parameter(navigation.Target.RowType, "other");
        Expression value = Expression.Property(other, column.Clr);
        value = Nulls.Lift(asText ? EnumText.AsText(value) : value);
        var values = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [other.Type, value.Type],
            Related(translator, navigation, from, other), Expression.Quote(Expression.Lambda(value, other)));
        return Expression.Call(typeof(Queryable), nameof(Queryable.FirstOrDefault), [value.Type], values);
    }

    /// <summary>The names of a path, with slashes between.</summary>
    public static string PathOf(SingleNavigationNode node) => node.Source is SingleNavigationNode before
        ? $"{PathOf(before)}/{node.NavigationProperty.Name}"
        : node.NavigationProperty.Name;

    /// <summary>A path that ends at the row itself stands for its key: <c>Institution eq null</c>.</summary>
    public static Expression Key(Translator translator, SingleNavigationNode node)
    {
        var (navigation, _) = Start(translator, node.Source, node.NavigationProperty.Name);
        return Value(translator, node, navigation.To);
    }

    public static Expression Lambda(Translator translator, LambdaNode node)
    {
        if (node.Source is not CollectionNavigationNode path) throw translator.Scope.Unsupported($"any and all over '{node.Source.Kind}'");
        var (navigation, from) = Start(translator, path.Source, path.NavigationProperty.Name);
        var other = Expression.Parameter(navigation.Target.RowType, node.CurrentRangeVariable?.Name ?? "other");
        var holds = Inside(translator, navigation.Target, other, node.CurrentRangeVariable?.Name, node.Body);
        var method = node is AnyNode ? nameof(Queryable.Any) : nameof(Queryable.All);
        return Expression.Call(typeof(Queryable), method, [other.Type], Related(translator, navigation, from, other),
            Expression.Quote(Expression.Lambda(holds, other)));
    }

    public static Expression Count(Translator translator, CountNode node)
    {
        if (node.Source is not CollectionNavigationNode path) throw translator.Scope.Unsupported("$count of this");
        var (navigation, from) = Start(translator, path.Source, path.NavigationProperty.Name);
        var other = Expression.Parameter(navigation.Target.RowType, "other");
        return Expression.Call(typeof(Queryable), nameof(Queryable.LongCount), [other.Type],
            Related(translator, navigation, from, other));
    }

    private static Expression Inside(Translator translator, EntitySet set, ParameterExpression other, string? name, SingleValueNode body)
    {
        if (name is null) return Expression.Constant(true);
        using var _ = translator.Scope.Enter(name, set, other);
        return translator.Predicate(body);
    }

    private static (Navigation Navigation, Expression From) Start(Translator translator, QueryNode source, string name)
    {
        if (source is SingleNavigationNode path)
        {
            var set = translator.Scope.SetOf(path);
            var further = Find(translator, set, name);
            return (further, Value(translator, path, further.From));
        }

        var (row, owner) = translator.Scope.Variable(source);
        var navigation = Find(translator, owner, name);
        return (navigation, Expression.Property(row, navigation.From.Clr));
    }

    private static Navigation Find(Translator translator, EntitySet set, string name) =>
        set.FindNavigation(name) ?? throw translator.Scope.Unsupported($"'{name}' of {set.Name}");

    private static MethodCallExpression Related(Translator translator, Navigation navigation, Expression from, ParameterExpression other)
    {
        var (to, start) = Numbers.Align(Expression.Property(other, navigation.To.Clr), from);
        return Expression.Call(typeof(Queryable), nameof(Queryable.Where), [other.Type], translator.Scope.Source(navigation.Target),
            Expression.Quote(Expression.Lambda(Expression.Equal(to, start), other)));
    }
}
