using System.Globalization;
using System.Text.Json;

namespace BuildingQuota.OData.Writing;

/// <summary>How each CLR type stands in OData JSON. The third argument: IEEE754Compatible, Int64 and Decimal as strings.</summary>
internal static class ValueWriters
{
    private static readonly Dictionary<Type, Delegate> Plain = new()
    {
        [typeof(string)] = (Utf8JsonWriter json, string? value, bool _) => json.WriteStringValue(value),
        [typeof(bool)] = (Utf8JsonWriter json, bool value, bool _) => json.WriteBooleanValue(value),
        [typeof(byte)] = (Utf8JsonWriter json, byte value, bool _) => json.WriteNumberValue(value),
        [typeof(short)] = (Utf8JsonWriter json, short value, bool _) => json.WriteNumberValue(value),
        [typeof(int)] = (Utf8JsonWriter json, int value, bool _) => json.WriteNumberValue(value),
        [typeof(long)] = (Utf8JsonWriter json, long value, bool asText) => Long(json, value, asText),
        [typeof(decimal)] = (Utf8JsonWriter json, decimal value, bool asText) => Exact(json, value, asText),
        [typeof(double)] = (Utf8JsonWriter json, double value, bool _) => Approximate(json, value),
        [typeof(Guid)] = (Utf8JsonWriter json, Guid value, bool _) => json.WriteStringValue(value),
        [typeof(DateOnly)] = (Utf8JsonWriter json, DateOnly value, bool _) => Day(json, value),
        [typeof(DateTimeOffset)] = (Utf8JsonWriter json, DateTimeOffset value, bool _) => json.WriteStringValue(Instant(value)),
    };

    public static Action<Utf8JsonWriter, T, bool> For<T>()
    {
        if (Plain.TryGetValue(typeof(T), out var known)) return known.Method.CreateDelegate<Action<Utf8JsonWriter, T, bool>>(known.Target);
        if (Nullable.GetUnderlyingType(typeof(T)) is { } inner) return Invoke<T>(nameof(ForNullable), inner);
        return Invoke<T>(nameof(ForEnum), typeof(T));
    }

    /// <summary>UTC with Z and no more digits than the value has.</summary>
    public static string Instant(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static Action<Utf8JsonWriter, T, bool> Invoke<T>(string maker, Type type) =>
        (Action<Utf8JsonWriter, T, bool>)typeof(ValueWriters)
            .GetMethod(maker, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type)
            .Invoke(null, null)!; // both makers stand below and never return null

    private static Action<Utf8JsonWriter, T?, bool> ForNullable<T>()
        where T : struct
    {
        var write = For<T>();
        return (json, value, asText) =>
        {
            if (value is { } there) write(json, there, asText);
            else json.WriteNullValue();
        };
    }

    private static Action<Utf8JsonWriter, T, bool> ForEnum<T>()
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Distinct().ToDictionary(value => value, value => JsonEncodedText.Encode(value.ToString()));
        return (json, value, _) =>
        {
            if (names.TryGetValue(value, out var name)) json.WriteStringValue(name);
            else json.WriteStringValue(value.ToString());
        };
    }

    private static void Long(Utf8JsonWriter json, long value, bool asText)
    {
        if (asText) json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        else json.WriteNumberValue(value);
    }

    private static void Exact(Utf8JsonWriter json, decimal value, bool asText)
    {
        if (asText) json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        else json.WriteNumberValue(value);
    }

    private static void Approximate(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "INF" : "-INF");
    }

    private static void Day(Utf8JsonWriter json, DateOnly value)
    {
        Span<char> text = stackalloc char[10];
        value.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteStringValue(text);
    }
}
