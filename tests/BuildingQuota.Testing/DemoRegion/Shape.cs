namespace BuildingQuota.Testing.DemoRegion;

/// <summary>How a year's use lies over its days: a weight per day for each month, and how the years differ by weather.</summary>
internal sealed class Shape
{
    private static readonly decimal[] SteadyYears = [1m, 1m, 1m, 1m];
    private readonly decimal[] _months;
    private readonly decimal[] _years;
    private readonly bool _inSeasonOnly;
    private readonly decimal _total;

    private Shape(decimal[] months, decimal[]? years = null, bool inSeasonOnly = false)
    {
        (_months, _years, _inSeasonOnly) = (months, years ?? SteadyYears, inSeasonOnly);
        for (var day = Calendar.Opening; day.Year == Calendar.Opening.Year; day = day.AddDays(1)) _total += Weight(day);
    }

    public static readonly Shape Office =
        new([1.15m, 1.02m, 0.98m, 0.86m, 0.85m, 1.02m, 1.14m, 1.12m, 0.92m, 0.86m, 1.02m, 1.16m]);

    public static readonly Shape School =
        new([0.88m, 0.55m, 1.25m, 1.15m, 1.1m, 1.1m, 0.5m, 0.42m, 1.15m, 1.12m, 1.35m, 1.43m]);

    public static readonly Shape Hospital =
        new([1.06m, 1.0m, 0.95m, 0.9m, 0.92m, 1.06m, 1.2m, 1.16m, 0.95m, 0.88m, 0.96m, 1.04m]);

    public static readonly Shape Flat = new([1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m]);

    public static readonly Shape Sun =
        new([0.5m, 0.7m, 1m, 1.2m, 1.4m, 1.45m, 1.45m, 1.35m, 1.15m, 0.85m, 0.55m, 0.4m], [1m, 0.98m, 1.02m, 1.01m]);

    /// <summary>Water: lawns and showers in summer.</summary>
    public static readonly Shape Tap = new([0.8m, 0.76m, 0.85m, 0.95m, 1.15m, 1.3m, 1.35m, 1.28m, 1.1m, 0.92m, 0.8m, 0.78m]);

    /// <summary>Heat of a severe-cold climate, mid-October to mid-April; 2024 was mild and 2025 cold.</summary>
    public static readonly Shape Heating =
        new([1.5m, 1.28m, 0.85m, 0.45m, 0, 0, 0, 0, 0, 0.55m, 1.0m, 1.36m], [1m, 0.965m, 1.03m, 0.99m], inSeasonOnly: true);

    /// <summary>The part of an average year's use that falls on this day.</summary>
    public decimal PartOn(DateOnly day) => Weight(day) / _total;

    private decimal Weight(DateOnly day) =>
        _inSeasonOnly && !Calendar.IsHeatingSeason(day) ? 0m : _months[day.Month - 1] * _years[day.Year - Calendar.Opening.Year];
}
