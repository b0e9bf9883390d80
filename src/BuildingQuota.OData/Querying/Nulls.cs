using System.Linq.Expressions;
using System.Reflection;
using BuildingQuota.OData.Model;
using BuildingQuota.OData.Querying.Apply;

namespace BuildingQuota.OData.Querying;

/// <summary>What may be null, and how an expression is kept from stumbling over it.</summary>
internal static class Nulls
{
    public static bool MayBe(Expression expression) => expression switch
    {
        { Type.IsValueType: true } => Nullable.GetUnderlyingType(expression.Type) is not null,
        MemberExpression { Expression: ConstantExpression } => false, // a held literal
        MemberExpression { Expression: { } owner } when Cells.Is(owner.Type) => true,
        MemberExpression column => RowProperty.IsNullableColumn((PropertyInfo)column.Member),
        ConstantExpression constant => constant.Value is null,
        ConditionalExpression choice => MayBe(choice.IfTrue) || MayBe(choice.IfFalse),
        MethodCallExpression { Method.Name: nameof(string.Concat) } => false,
        MethodCallExpression { Method.Name: nameof(Queryable.FirstOrDefault) } => true, // the end of a to-one path
        MethodCallExpression call => call.Object is { } instance && MayBe(instance),
        _ => true,
    };

    public static Type Lift(Type type) =>
        type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;

    public static Expression Lift(Expression expression) =>
        Lift(expression.Type) is var lifted && lifted == expression.Type ? expression : Expression.Convert(expression, lifted);

    /// <summary>The value under a nullable; a plain expression unchanged.</summary>
    public static Expression Value(Expression expression) =>
        Nullable.GetUnderlyingType(expression.Type) is null ? expression : Expression.Property(expression, "Value");

    public static Expression IsNull(Expression expression) => Expression.Equal(expression, Expression.Constant(null, expression.Type));

    public static Expression IsNotNull(Expression expression) =>
        Expression.NotEqual(expression, Expression.Constant(null, expression.Type));

    /// <summary>A function of a null is null; a condition on a null does not hold.</summary>
    public static Expression Guard(Expression result, IEnumerable<Expression> arguments)
    {
        foreach (var argument in arguments.Where(MayBe))
        {
            result = result.Type == typeof(bool)
                ? Expression.AndAlso(IsNotNull(argument), result)
                : Expression.Condition(IsNull(argument), Expression.Constant(null, Lift(result.Type)), Lift(result));
        }

        return result;
    }
}
