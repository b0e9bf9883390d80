using System.Linq.Expressions;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>
/// year(At) and date(At) of a time stamp compared with a literal become a range of UTC instants: every provider can do that,
/// and an index serves it.
/// </summary>
internal static class InstantRanges
{
    public static Expression? Translate(Translator translator, SingleValueNode left, SingleValueNode right, ExpressionType kind)
    {
        if (left is not SingleValueFunctionCallNode { Name: "year" or "date" } call || right is not ConstantNode constant) return null;
        if (call.Parameters.FirstOrDefault() is not SingleValueNode argument) return null;
        var instant = translator.Translate(argument);
        if ((Nullable.GetUnderlyingType(instant.Type) ?? instant.Type) != typeof(DateTimeOffset)) return null;
        if (Bounds(constant.Value) is not var (from, until)) return null;

        var compared = Compare(instant, kind, from, until);
        return Nullable.GetUnderlyingType(instant.Type) is not null && kind == ExpressionType.NotEqual
            ? Expression.OrElse(Nulls.IsNull(instant), compared)
            : compared;
    }

    private static (DateTimeOffset From, DateTimeOffset Until)? Bounds(object? value) => value switch
    {
        int year and >= 1 and <= 9998 => (Midnight(new(year, 1, 1)), Midnight(new(year + 1, 1, 1))),
        Date { Year: < 9999 } day =>
            (Midnight(new(day.Year, day.Month, day.Day)), Midnight(new DateOnly(day.Year, day.Month, day.Day).AddDays(1))),
        _ => null,
    };

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static BinaryExpression Compare(Expression instant, ExpressionType kind, DateTimeOffset from, DateTimeOffset until)
    {
        BinaryExpression Is(ExpressionType side, DateTimeOffset bound) => Expression.MakeBinary(side, instant,
            Expression.Convert(Held.Of(bound, typeof(DateTimeOffset)), instant.Type));

        return kind switch
        {
            ExpressionType.Equal => Expression.AndAlso(Is(ExpressionType.GreaterThanOrEqual, from), Is(ExpressionType.LessThan, until)),
            ExpressionType.NotEqual => Expression.OrElse(Is(ExpressionType.LessThan, from), Is(ExpressionType.GreaterThanOrEqual, until)),
            ExpressionType.GreaterThan => Is(ExpressionType.GreaterThanOrEqual, until),
            ExpressionType.LessThanOrEqual => Is(ExpressionType.LessThan, until),
            _ => Is(kind, from),
        };
    }
}
