using System.Globalization;

namespace BuildingQuota.Features.Notices.Letters;

/// <summary>Numbers as a letter writes them: an indicator with the service's four decimals at most, amounts with two.</summary>
internal static class Numbers
{
    public const string None = "—";

    public static string Indicator(decimal? value) => Write(value, "#,##0.00##");

    /// <summary>A limit as its table prints it.</summary>
    public static string Limit(decimal? value) => Write(value, "#,##0.0###");

    public static string Amount(decimal? value) => Write(value, "#,##0.00");

    private static string Write(decimal? value, string format) =>
        value is { } known ? known.ToString(format, CultureInfo.InvariantCulture) : None;
}
