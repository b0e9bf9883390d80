using System.Globalization;
using System.Linq.Expressions;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace BuildingQuota.OData.Querying;

/// <summary>Literals. A number takes the type beside it when it fits exactly, else it is a decimal.</summary>
internal static class Constants
{
    public static Expression Translate(ConstantNode node, Type? like, QueryScope scope)
    {
        var wanted = like is null ? null : Nullable.GetUnderlyingType(like) ?? like;
        return node.Value switch
        {
            null => Expression.Constant(null, Nulls.Lift(like ?? typeof(object))),
            bool flag => Expression.Constant(flag),
            string text when wanted is { IsEnum: true } => Held.Of(Literals.EnumValue(text, wanted, scope.Option), wanted),
            string text => Held.Of(text, typeof(string)),
            Guid guid => Held.Of(guid, typeof(Guid)),
            Date date => Day(new DateOnly(date.Year, date.Month, date.Day), wanted),
            DateTimeOffset instant => Held.Of(instant.ToUniversalTime(), typeof(DateTimeOffset)),
            byte or sbyte or short or int or long or float or double or decimal => Number(node, wanted, scope),
            _ => throw scope.Unsupported($"a literal of type {node.TypeReference.FullName()}"),
        };
    }

    private static Expression Day(DateOnly day, Type? wanted) => wanted == typeof(DateTimeOffset)
        ? Held.Of(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), typeof(DateTimeOffset))
        : Held.Of(day, typeof(DateOnly));

    private static Expression Number(ConstantNode node, Type? wanted, QueryScope scope)
    {
        if (wanted == typeof(double)) return Held.Of(Convert.ToDouble(node.Value, CultureInfo.InvariantCulture), typeof(double));
        var exact = Literals.Number(node.LiteralText) ?? throw Literals.Bad(node.LiteralText, "a number within range", scope.Option);
        if (wanted is not null && wanted != typeof(decimal) && Fits(exact, wanted) is { } same) return Held.Of(same, wanted);
        if (wanted is null && Fits(exact, typeof(int)) is { } small) return Held.Of(small, typeof(int));
        return Held.Of(exact, typeof(decimal));
    }

    private static object? Fits(decimal exact, Type type)
    {
        if (exact != decimal.Truncate(exact)) return null;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Byte => exact is >= byte.MinValue and <= byte.MaxValue ? (byte)exact : null,
            TypeCode.Int16 => exact is >= short.MinValue and <= short.MaxValue ? (short)exact : null,
            TypeCode.Int32 => exact is >= int.MinValue and <= int.MaxValue ? (int)exact : null,
            TypeCode.Int64 => exact is >= long.MinValue and <= long.MaxValue ? (long)exact : null,
            _ => null,
        };
    }
}
