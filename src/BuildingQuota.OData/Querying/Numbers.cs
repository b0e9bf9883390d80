using System.Linq.Expressions;

namespace BuildingQuota.OData.Querying;

/// <summary>Brings two operands to one type: integers widen to decimal, and only a double column makes a double.</summary>
internal static class Numbers
{
    private static readonly Type[] Widths = [typeof(byte), typeof(short), typeof(int), typeof(long), typeof(decimal), typeof(double)];

    public static bool IsNumber(Expression expression) => Width(expression.Type) >= 0;

    public static (Expression Left, Expression Right) Align(Expression left, Expression right)
    {
        if (IsNumber(left) && IsNumber(right))
        {
            var width = Widths[Math.Max(2, Math.Max(Width(left.Type), Width(right.Type)))];
            (left, right) = (To(left, width), To(right, width));
        }

        return left.Type == right.Type ? (left, right) : (Nulls.Lift(left), Nulls.Lift(right));
    }

    private static Expression To(Expression operand, Type width)
    {
        var wanted = Nullable.GetUnderlyingType(operand.Type) is null ? width : Nulls.Lift(width);
        return operand.Type == wanted ? operand : Expression.Convert(operand, wanted);
    }

    private static int Width(Type type) => Array.IndexOf(Widths, Nullable.GetUnderlyingType(type) ?? type);
}
