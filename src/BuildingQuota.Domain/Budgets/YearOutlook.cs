namespace BuildingQuota.Domain.Budgets;

/// <summary>An open year of one subject and measure: the exact sum of its series, month by month (docs/rules/forecast.md).</summary>
public sealed record YearOutlook(int Year, IReadOnlyList<SeriesOutlook> Series)
{
    /// <summary>What is billed in a month; null where no bill reaches.</summary>
    public IReadOnlyList<decimal?> Used { get; } = ByMonth(month =>
        Series.Any(one => one.Used[month] is not null) ? Series.Sum(one => one.Used[month] ?? 0) : (decimal?)null);

    public IReadOnlyList<decimal> Expected { get; } = ByMonth(month => Series.Sum(one => one.Expected[month]));

    /// <summary>
    /// The part of each month that the bills cover, 0 to 1. Series weigh what they usually hold in the month, so that a late water bill
    /// in July does not hide that the power of July is billed; where none usually holds anything, each weighs the same.
    /// </summary>
    public IReadOnlyList<decimal> CoveredParts { get; } = ByMonth(month => CoveredPart(Series, month));

    public decimal UsedToDate { get; } = Series.Sum(one => one.UsedToDate);

    /// <summary>Use of the whole year if it goes on as it began.</summary>
    public decimal Forecast { get; } = Series.Sum(one => one.Forecast);

    /// <summary>The weakest of its series that hold something in the forecast.</summary>
    public ForecastMethod Method { get; } = Series.Where(one => one.Forecast != 0).Select(one => one.Method).DefaultIfEmpty().Max();

    /// <summary>The last day out that every series is billed until; the first of the year when one has no bill at all.</summary>
    public DateOnly CoveredUntil => Series.Min(one => UntilOf(one, Year));

    /// <summary>Days that the bills leave open, each month weighed as in <see cref="CoveredParts"/>.</summary>
    public decimal OpenDays => CoveredParts.Select((part, i) => (1 - part) * DateTime.DaysInMonth(Year, i + 1)).Sum();

    /// <summary>The first day that a series is not billed for at its end; its gaps do not move it.</summary>
    public static DateOnly UntilOf(SeriesOutlook series, int year)
    {
        for (var month = 12; month >= 1; month--)
        {
            var days = DateTime.DaysInMonth(year, month);
            var covered = (int)decimal.Ceiling(series.CoveredParts[month - 1] * days);
            if (covered > 0) return new DateOnly(year, month, 1).AddDays(covered);
        }

        return new DateOnly(year, 1, 1);
    }

    private static decimal CoveredPart(IReadOnlyList<SeriesOutlook> all, int month)
    {
        var active = all.Where(one => one.ActiveParts[month] > 0).ToArray();
        if (active.Length == 0) return 0;
        var usual = active.Sum(one => Math.Max(0, one.Usual[month]) * one.ActiveParts[month]);
        return usual > 0
            ? active.Sum(one => Math.Max(0, one.Usual[month]) * one.CoveredParts[month]) / usual
            : active.Average(one => one.CoveredParts[month] / one.ActiveParts[month]);
    }

    private static IReadOnlyList<T> ByMonth<T>(Func<int, T> of) => [.. Enumerable.Range(0, 12).Select(of)];
}
