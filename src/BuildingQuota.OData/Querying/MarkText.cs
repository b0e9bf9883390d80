using System.Globalization;
using BuildingQuota.OData.Errors;

namespace BuildingQuota.OData.Querying;

/// <summary>Order values to text and back, exactly.</summary>
internal static class MarkText
{
    public static string? Write(object? mark) => mark switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{mark.GetType().Name} cannot be ordered by."),
    };

    public static object? Read(string? text, Type type)
    {
        if (text is null) return null;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? text : Literals.Parse(text, plain, "$skiptoken")
            ?? throw ODataRefusal.BadRequest(ErrorCodes.BadToken, "$skiptoken holds a value that cannot be read.", "$skiptoken");
    }
}
