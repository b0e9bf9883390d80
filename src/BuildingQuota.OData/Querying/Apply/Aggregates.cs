using System.Linq.Expressions;
using BuildingQuota.OData.Errors;
using Microsoft.OData.UriParser.Aggregation;

namespace BuildingQuota.OData.Querying.Apply;

/// <summary>
/// sum, average, min, max, countdistinct and $count of a group. What is in more than one unit has no sum: then the value is null and the
/// unit is <see cref="Mixed"/>, which stays so through every aggregation above it.
/// </summary>
internal sealed class Aggregates(Translator translator, ParameterExpression row, IReadOnlyList<RelationColumn> keys, Expression group)
{
    /// <summary>Stands for a unit where there are several.</summary>
    public const string Mixed = "*";

    public RelationColumn Column(AggregateExpressionBase aggregate)
    {
        var scope = translator.Scope;
        if (aggregate is not AggregateExpression one) throw scope.Unsupported($"the aggregate {aggregate.Alias} over a collection");
        if (one.Method == AggregationMethod.VirtualPropertyCount)
            return new(one.Alias, Expression.Call(typeof(Enumerable), nameof(Enumerable.LongCount), [row.Type], group)) { IsCount = true };

        var (value, units) = scope.Measure(() => translator.Text(one.Expression));
        if (one.Method == AggregationMethod.CountDistinct) return new(one.Alias, Distinct(value)) { IsCount = true };
        var result = Of(one.Method, value);
        var guards = units.Where(unit => !IsKey(unit)).ToList();
        return new(one.Alias, guards.Aggregate(result, Guard))
        {
            IsCalculated = true,
            Units = [.. units.Select(Unit)],
            TellsUnit = units.Count == 1,
        };
    }

    private Expression Of(AggregationMethod method, Expression value)
    {
        if (method is AggregationMethod.Min or AggregationMethod.Max) return Extreme(method.ToString(), value);
        if (!Numbers.IsNumber(value)) throw translator.Scope.Mismatch($"{method.ToString().ToLowerInvariant()} is of numbers.");
        return method switch
        {
            AggregationMethod.Sum => Sum(value),
            AggregationMethod.Average => Call(nameof(Enumerable.Average), Wide(value, ofWholes: typeof(decimal?))),
            _ => throw translator.Scope.Unsupported($"the aggregation method {method}"),
        };
    }

    /// <summary>Nothing but nulls has no sum, while SQL and LINQ would say 0.</summary>
    private Expression Sum(Expression value)
    {
        var wide = Wide(value, ofWholes: typeof(long?));
        var sum = Call(nameof(Enumerable.Sum), wide);
        return !Nulls.MayBe(value) ? sum
            : Expression.Condition(Nulls.IsNull(Extreme(nameof(Enumerable.Max), wide)), Expression.Constant(null, wide.Type), sum);
    }

    private MethodCallExpression Extreme(string method, Expression value)
    {
        if ((Nullable.GetUnderlyingType(value.Type) ?? value.Type) is var plain && (plain == typeof(bool) || plain == typeof(Guid)))
            throw translator.Scope.Mismatch($"a {plain.Name} has no {method.ToLowerInvariant()}.");
        var lifted = Nulls.Lift(value);
        return Expression.Call(typeof(Enumerable), method, [row.Type, lifted.Type], group, Expression.Lambda(lifted, row));
    }

    /// <summary>Null is no value.</summary>
    private MethodCallExpression Distinct(Expression value)
    {
        var rows = group;
        if (Nulls.MayBe(value))
            rows = Expression.Call(typeof(Enumerable), nameof(Enumerable.Where), [row.Type], group,
                Expression.Lambda(Nulls.IsNotNull(value), row));
        var values = Expression.Call(typeof(Enumerable), nameof(Enumerable.Select), [row.Type, value.Type], rows,
            Expression.Lambda(value, row));
        var distinct = Expression.Call(typeof(Enumerable), nameof(Enumerable.Distinct), [value.Type], values);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.LongCount), [value.Type], distinct);
    }

    private bool IsKey(Expression unit) => keys.Any(key => key.Value.ToString() == unit.ToString());

    private Expression Guard(Expression value, Expression unit) => Expression.Condition(
        IsOne(unit), Nulls.Lift(value), Expression.Constant(null, Nulls.Lift(value.Type)));

    private Expression Unit(Expression unit) => Expression.Condition(
        IsOne(unit), Extreme(nameof(Enumerable.Min), unit), Expression.Constant(Mixed));

    private BinaryExpression IsOne(Expression unit)
    {
        var (least, most) = (Extreme(nameof(Enumerable.Min), unit), Extreme(nameof(Enumerable.Max), unit));
        return Expression.AndAlso(Expression.Equal(least, most), Expression.NotEqual(least, Expression.Constant(Mixed)));
    }

    private MethodCallExpression Call(string method, Expression value) =>
        Expression.Call(typeof(Enumerable), method, [row.Type], group, Expression.Lambda(value, row));

    private static Expression Wide(Expression value, Type ofWholes)
    {
        var plain = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        var wide = plain == typeof(decimal) ? typeof(decimal?) : plain == typeof(double) ? typeof(double?) : ofWholes;
        return value.Type == wide ? value : Expression.Convert(value, wide);
    }
}
