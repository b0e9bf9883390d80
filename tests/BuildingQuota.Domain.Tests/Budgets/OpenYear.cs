using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Tests.Budgets;

/// <summary>Series of power, in kgce for the sake of round figures, with 2026 open.</summary>
internal static class OpenYear
{
    public const int Year = 2026;

    public static BudgetRules Rules { get; } = new();

    public static SeriesMeasure Measure { get; } = new(new Measuring(Domain.Quotas.Measure.Kgce, ConversionTable.Stat, A.Conversions), Rules, 0.95m);

    /// <summary>Closed years whole, by year; of the open one its first months.</summary>
    public static UseSeries Series(IEnumerable<decimal> open, params (int Year, decimal[] Months)[] closed) => new(
        new SeriesKey("B1", Carrier.Electricity, MeterPurpose.General),
        closed.Append((Year, [.. open])).ToDictionary(one => one.Item1, one => YearOf(one.Item1, one.Item2)),
        [.. Enumerable.Repeat(1m, 12)]);

    public static SeriesYear YearOf(int year, decimal[] months) => new(
        year, [.. Enumerable.Range(0, 12).Select(i => i < months.Length ? Month(months[i], DateTime.DaysInMonth(year, i + 1)) : null)]);

    public static SeriesMonth Month(decimal kgce, int days) => new(kgce, kgce, 0, days);

    public static YearOutlook Outlook(params UseSeries[] series) => new(Year, [.. series.Select(Of)]);

    private static SeriesOutlook Of(UseSeries series)
    {
        var history = new SeriesHistory(series.Before(Year, Rules, 0.95m), Rules);
        return SeriesOutlook.Of(series, SeriesCut.Open(series, Year), history.Shape ?? SeasonalShape.OfDays(Year),
            Measure.Of(series.Key.Carrier), history);
    }
}
