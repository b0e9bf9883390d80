using System.Linq.Expressions;

namespace BuildingQuota.OData.Querying;

/// <summary>A CLR enum seen as the text that it is on the wire.</summary>
internal static class EnumText
{
    public static bool IsEnum(Expression expression) => (Nullable.GetUnderlyingType(expression.Type) ?? expression.Type).IsEnum;

    /// <summary>
    /// A choice over the values, which becomes CASE: providers translate ToString of an enum only in some places, and a number where
    /// the enum is kept as one.
    /// </summary>
    public static Expression AsText(Expression expression)
    {
        if (!IsEnum(expression)) return expression;
        var type = Nullable.GetUnderlyingType(expression.Type);
        var names = Enum.GetNames(type ?? expression.Type);
        Expression text = type is null ? Expression.Constant(names[^1]) : Expression.Constant(null, typeof(string));
        foreach (var name in type is null ? names[..^1] : names)
        {
            var value = Expression.Constant(Enum.Parse(type ?? expression.Type, name), expression.Type);
            text = Expression.Condition(Expression.Equal(expression, value), Expression.Constant(name), text);
        }

        return text;
    }
}
