using System.Globalization;
using BuildingQuota.OData.Errors;

namespace BuildingQuota.OData.Querying;

/// <summary>Reads URL literals into CLR values of the type they are compared with; decimals never pass through a double.</summary>
internal static class Literals
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The value of <paramref name="text"/> as <paramref name="type"/> (not nullable); null stands for the literal null.</summary>
    public static object? Parse(string text, Type type, string target)
    {
        if (text == "null") return null;
        if (type == typeof(string)) return Unquote(text) ?? throw Bad(text, "a text in single quotes", target);
        if (type.IsEnum) return EnumValue(Unquote(text) ?? throw Bad(text, "a text in single quotes", target), type, target);
        return Plain(text, type) ?? throw Bad(text, $"a value of type {type.Name}", target);
    }

    /// <summary>A number as the widest type that keeps it exactly.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(text.TrimEnd("MmLlFfDd".ToCharArray()), NumberStyles.Float, Invariant, out var number) ? number : null;

    public static object EnumValue(string name, Type type, string target)
    {
        var names = Enum.GetNames(type);
        if (names.Contains(name, StringComparer.Ordinal)) return Enum.Parse(type, name);
        var values = string.Join(", ", names);
        throw ODataRefusal.UnknownName(400, ErrorCodes.UnknownValue,
            $"{target}: '{name}' is none of the values {values}.", name, names, target);
    }

    public static ODataRefusal Bad(string text, string expected, string target) =>
        ODataRefusal.BadRequest(ErrorCodes.BadLiteral, $"{target}: {text} is not {expected}.", target);

    private static string? Unquote(string text) => text is ['\'', .., '\''] && text.Length >= 2
        ? text[1..^1].Replace("''", "'", StringComparison.Ordinal)
        : null;

    private static object? Plain(string text, Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Decimal => Number(text),
        TypeCode.Double => double.TryParse(text, NumberStyles.Float, Invariant, out var value) ? value : null,
        TypeCode.Byte => byte.TryParse(text, NumberStyles.None, Invariant, out var value) ? value : null,
        TypeCode.Int16 => short.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var value) ? value : null,
        TypeCode.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var value) ? value : null,
        TypeCode.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var value) ? value : null,
        TypeCode.Boolean => text switch { "true" => true, "false" => false, _ => null },
        _ => Calendar(text, type),
    };

    private static object? Calendar(string text, Type type)
    {
        if (type == typeof(Guid)) return Guid.TryParseExact(text, "D", out var guid) ? guid : null;
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var day) ? day : null;
        if (type != typeof(DateTimeOffset) || !text.Contains('T', StringComparison.Ordinal)) return null;
        return DateTimeOffset.TryParse(text, Invariant, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime() : null;
    }
}
