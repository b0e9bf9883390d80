using System.Globalization;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Web.Texts;

/// <summary>Numbers, days and times as pages show them: thousands separated by commas, a dash where there is none, China standard
/// time.</summary>
public static class Figures
{
    public const string None = "–";

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>With exactly <paramref name="decimals"/> decimals, half-up.</summary>
    public static string Number(decimal? value, int decimals = 0) =>
        value is { } number ? Rounding.HalfUp(number, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture) : None;

    /// <summary>Up to six decimals, none that are zero: a quantity as it was recorded.</summary>
    public static string Quantity(decimal? value) => value?.ToString("#,##0.######", CultureInfo.InvariantCulture) ?? None;

    /// <summary>An indicator, a limit or a target: four decimals, as on the wire.</summary>
    public static string Indicator(decimal? value) => Number(value, Rounding.IndicatorDecimals);

    /// <summary>A change of an indicator, a rise with its sign.</summary>
    public static string Change(decimal? value) => (value > 0 ? "+" : "") + Indicator(value);

    public static string Money(decimal? value) => Number(value, 2);

    /// <summary>A percentage with its sign when <paramref name="withSign"/>.</summary>
    public static string Percent(decimal? value, int decimals = 2, bool withSign = false) =>
        value is { } number ? (withSign && number > 0 ? "+" : "") + Number(number, decimals) + " %" : None;

    public static string Share(decimal? value) => Percent(value * 100, 1);

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? None;

    public static string Time(DateTimeOffset? time) => time?.ToOffset(China).ToString("yyyy-MM-dd HH:mm",
        CultureInfo.InvariantCulture) ?? None;

    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => FormattableString.Invariant($"{bytes} B"),
        < 1024 * 1024 => FormattableString.Invariant($"{bytes / 1024m:0.0} kB"),
        _ => FormattableString.Invariant($"{bytes / 1024m / 1024m:0.0} MB"),
    };
}
