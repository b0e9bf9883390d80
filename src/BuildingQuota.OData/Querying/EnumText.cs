using System.Linq.Expressions;

namespace BuildingQuota.OData.Querying;

/// <summary>A CLR enum seen as the text that it is on the wire; providers take the column itself where it is stored by name.</summary>
internal static class EnumText
{
    public static bool IsEnum(Expression expression) => (Nullable.GetUnderlyingType(expression.Type) ?? expression.Type).IsEnum;

    public static Expression AsText(Expression expression)
    {
        if (!IsEnum(expression)) return expression;
        var text = Expression.Call(Nulls.Value(expression), nameof(ToString), null);
        return Nullable.GetUnderlyingType(expression.Type) is null
            ? text
            : Expression.Condition(Nulls.IsNull(expression), Expression.Constant(null, typeof(string)), text);
    }
}
