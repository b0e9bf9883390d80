using System.Globalization;
using System.Text.Json;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Decimals in canonical JSON: no zero at the end that says nothing, so that no database shows through.</summary>
internal static class PlainNumbers
{
    private const int Longest = 40;

    public static void Write(Utf8JsonWriter json, decimal value)
    {
        Span<byte> digits = stackalloc byte[Longest];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        if (digits[..length].Contains((byte)'.')) length = digits[..length].TrimEnd((byte)'0').TrimEnd((byte)'.').Length;
        json.WriteRawValue(digits[..length], skipInputValidation: true);
    }
}
