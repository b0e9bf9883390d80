using System.Linq.Expressions;

namespace BuildingQuota.OData.Querying;

/// <summary>
/// round (half away from zero, as OData has it), floor and ceiling of decimals, by way of the remainder: exact and the same
/// everywhere, while SQLite has no such function for decimals and others round halves to even.
/// </summary>
internal static class Rounding
{
    private static readonly Expression Zero = Expression.Constant(0m);
    private static readonly Expression Half = Expression.Constant(0.5m);
    private static readonly Expression One = Expression.Constant(1m);

    public static IReadOnlyDictionary<string, Func<Expression, Expression>> Functions { get; } =
        new Dictionary<string, Func<Expression, Expression>>(StringComparer.Ordinal)
        {
            ["round"] = Round,
            ["floor"] = number => Step(number, Expression.LessThan(number, Whole(number)), Expression.Subtract),
            ["ceiling"] = number => Step(number, Expression.GreaterThan(number, Whole(number)), Expression.Add),
        };

    private static ConditionalExpression Round(Expression number) => Expression.Condition(
        Expression.LessThan(number, Zero), Whole(Expression.Subtract(number, Half)), Whole(Expression.Add(number, Half)));

    private static ConditionalExpression Step(Expression number, Expression beyond, Func<Expression, Expression, BinaryExpression> by) =>
        Expression.Condition(beyond, by(Whole(number), One), Whole(number));

    private static BinaryExpression Whole(Expression number) => Expression.Subtract(number, Expression.Modulo(number, One));
}
