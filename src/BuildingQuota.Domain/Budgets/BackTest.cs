using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Budgets;

/// <summary>What the method would have said of a closed year at the same cut-off, and what the year came to.</summary>
public sealed record BackTest(int Year, decimal Forecast, decimal Actual)
{
    /// <summary>How far the year ended above (or below) what was forecast, of the forecast.</summary>
    public decimal Error => Actual / Forecast - 1;

    /// <summary>
    /// Tests every closed year of which each used series had a whole year before it and is whole itself: nothing of the tested year may
    /// leak into its own forecast. The newest first.
    /// </summary>
    public static IReadOnlyList<BackTest> Of(YearOutlook open, SeriesMeasure measure)
    {
        var years = open.Series.SelectMany(one => one.Series.Years.Keys).Where(year => year < open.Year).Distinct().OrderDescending();
        return [.. years.Select(year => Test(open, year, measure)).OfType<BackTest>()];
    }

    private static BackTest? Test(YearOutlook open, int year, SeriesMeasure measure)
    {
        var (forecast, actual) = (0m, 0m);
        foreach (var one in open.Series)
        {
            var closed = one.Series.Of(year);
            var amount = measure.Of(one.Series.Key.Carrier);
            var came = closed.Months.Sum(month => month is null ? 0 : amount(month));
            if (came == 0) continue;
            var history = new SeriesHistory(one.Series.Before(year, measure.Rules, measure.Coverage), measure.Rules);
            if (!closed.IsWhole(measure.Coverage) || history.Shape is not { } shape) return null;
            forecast += SeriesOutlook.Of(one.Series, SeriesCut.Test(closed, PartsOf(one, open)), shape, amount, history).Forecast;
            actual += came;
        }

        return forecast > 0 ? new BackTest(year, forecast, actual) : null;
    }

    /// <summary>Covered of active, month by month; where a series is not active any more, as the others of its subject.</summary>
    private static IReadOnlyList<decimal> PartsOf(SeriesOutlook one, YearOutlook open) =>
    [
        .. Enumerable.Range(0, 12).Select(month =>
            one.ActiveParts[month] > 0 ? one.CoveredParts[month] / one.ActiveParts[month] : open.CoveredParts[month]),
    ];
}

/// <summary>In what, and by which rules, a subject's series are added up.</summary>
public sealed record SeriesMeasure(Measuring Measuring, BudgetRules Rules, decimal Coverage)
{
    public Func<SeriesMonth, decimal> Of(Carrier carrier) => month => Measuring.Of(carrier, month);
}
