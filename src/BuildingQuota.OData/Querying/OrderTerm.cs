using System.Linq.Expressions;

namespace BuildingQuota.OData.Querying;

/// <summary>One term of an order. Nulls sort lowest on every provider, because they are ranked explicitly.</summary>
internal sealed record OrderTerm(Expression Value, bool Descending, bool MayBeNull)
{
    /// <summary>The column of the row that this term is, unless it is calculated.</summary>
    public MemberExpression? Column => Value as MemberExpression is { Expression: ParameterExpression } column ? column : null;

    /// <summary>What ORDER BY is made of: the rank of null first, where there can be one.</summary>
    public IEnumerable<Expression> SortKeys => MayBeNull
        ? [Expression.Condition(Nulls.IsNull(Value), Expression.Constant(0), Expression.Constant(1)), Value]
        : [Value];

    public Expression IsAt(object? mark) =>
        mark is null ? Nulls.IsNull(Nulls.Lift(Value)) : Expression.Equal(Value, Hold(mark, Value.Type));

    /// <summary>Comes after the row whose value is <paramref name="mark"/>; null when nothing can.</summary>
    public Expression? IsAfter(object? mark)
    {
        if (mark is null) return Descending ? null : Nulls.IsNotNull(Nulls.Lift(Value));
        var beyond = Beyond(mark);
        return Descending && MayBeNull ? Expression.OrElse(beyond, Nulls.IsNull(Value)) : beyond;
    }

    private BinaryExpression Beyond(object mark)
    {
        var side = Descending ? ExpressionType.LessThan : ExpressionType.GreaterThan;
        if (Value.Type == typeof(string))
        {
            var compared = Expression.Call(typeof(string), nameof(string.Compare), null, Value, Hold(mark, typeof(string)));
            return Expression.MakeBinary(side, compared, Expression.Constant(0));
        }

        return (Nullable.GetUnderlyingType(Value.Type) ?? Value.Type) == typeof(bool)
            ? Expression.MakeBinary(side, Bit(Value), Expression.Constant((bool)mark ? 1 : 0))
            : Expression.MakeBinary(side, Value, Hold(mark, Value.Type));
    }

    private static ConditionalExpression Bit(Expression flag) => Expression.Condition(
        Expression.Equal(flag, Expression.Constant(true, flag.Type)), Expression.Constant(1), Expression.Constant(0));

    private static Expression Hold(object mark, Type type)
    {
        var held = Held.Of(mark, Nullable.GetUnderlyingType(type) ?? type);
        return held.Type == type ? held : Expression.Convert(held, type);
    }
}
