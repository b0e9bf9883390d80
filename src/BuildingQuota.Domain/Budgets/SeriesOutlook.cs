using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Budgets;

/// <summary>How what is still to come was found, the best first.</summary>
public enum ForecastMethod { SeasonalShare, ClassShare, DayShare, PastLevel }

/// <summary>
/// One series of an open year in one measure: what is billed, and what the days that no bill covers yet will hold if the year goes on as
/// it began: use to date ÷ the share of an average year that lies in the covered days (domain §9.5, docs/rules/forecast.md).
/// </summary>
public sealed record SeriesOutlook(UseSeries Series, SeasonalShape Shape, ForecastMethod Method)
{
    public required IReadOnlyList<decimal?> Used { get; init; }

    /// <summary>Covered part of each month, 0 to 1; <see cref="ActiveParts"/> is never below it.</summary>
    public required IReadOnlyList<decimal> CoveredParts { get; init; }

    public required IReadOnlyList<decimal> ActiveParts { get; init; }

    /// <summary>What each month would hold if it were active and covered to its end.</summary>
    public required IReadOnlyList<decimal> Usual { get; init; }

    /// <summary>Expected use of the active days of each month that no bill covers.</summary>
    public required IReadOnlyList<decimal> Expected { get; init; }

    public decimal UsedToDate => Used.Sum(month => month ?? 0);

    public decimal ShareToDate => Shape.Share(CoveredParts);

    public decimal Forecast => UsedToDate + Expected.Sum();

    /// <summary>
    /// From an open year, or from a closed one that is cut off for a test. <paramref name="history"/>: whole years before it, for the
    /// level where use to date says nothing.
    /// </summary>
    public static SeriesOutlook Of(
        UseSeries series, SeriesCut cut, SeasonalShape shape, Func<SeriesMonth, decimal> amount, SeriesHistory history)
    {
        var share = shape.Share(cut.Covered);
        var used = cut.Used(amount);
        var speaks = share >= history.Rules.SmallestShare;
        var rate = speaks ? used.Sum(month => month ?? 0) / share : 0;
        var usual = speaks ? [.. Enumerable.Range(1, 12).Select(month => rate * shape.Share(month, 1))] : history.Level(amount);
        return new SeriesOutlook(series, shape, speaks ? MethodOf(shape) : ForecastMethod.PastLevel)
        {
            Used = used, CoveredParts = cut.Covered, ActiveParts = cut.Active, Usual = usual,
            Expected = [.. usual.Select((whole, i) => whole * (cut.Active[i] - cut.Covered[i]))],
        };
    }

    private static ForecastMethod MethodOf(SeasonalShape shape) => shape.Basis switch
    {
        ShapeBasis.OwnYears => ForecastMethod.SeasonalShare,
        ShapeBasis.ClassPeers => ForecastMethod.ClassShare,
        _ => ForecastMethod.DayShare,
    };
}

/// <summary>A year up to where its bills reach: parts of months, and what they hold.</summary>
public sealed record SeriesCut(SeriesYear Year, IReadOnlyList<decimal> Covered, IReadOnlyList<decimal> Active)
{
    private bool IsTest { get; init; }

    /// <summary>As the bills of the open year reach.</summary>
    public static SeriesCut Open(UseSeries series, int year)
    {
        var own = series.Of(year);
        var covered = own.CoveredParts;
        return new SeriesCut(own, covered, [.. series.ActiveParts.Select((active, i) => Math.Max(active, covered[i]))]);
    }

    /// <summary>A closed year as it would have stood with bills for these parts of its months only.</summary>
    public static SeriesCut Test(SeriesYear closed, IReadOnlyList<decimal> parts)
    {
        var whole = closed.CoveredParts;
        return new SeriesCut(closed, [.. whole.Select((part, i) => part * parts[i])], whole) { IsTest = true };
    }

    public IReadOnlyList<decimal?> Used(Func<SeriesMonth, decimal> amount) =>
        [.. Year.Months.Select((month, i) => month is null || (IsTest && Covered[i] == 0) ? null : (decimal?)(amount(month) * Reach(i)))];

    private decimal Reach(int i) => IsTest && Active[i] > 0 ? Covered[i] / Active[i] : 1;
}

/// <summary>Whole years before the one in question, the nearest first.</summary>
public sealed record SeriesHistory(IReadOnlyList<SeriesYear> Years, BudgetRules Rules)
{
    public SeasonalShape? Shape => SeasonalShape.OfYears(Years.Select(year => year.Whole(month => month.Quantity)));

    /// <summary>The median of each month's amounts; nothing without a year.</summary>
    public IReadOnlyList<decimal> Level(Func<SeriesMonth, decimal> amount)
    {
        if (Years.Count == 0) return new decimal[12];
        var years = Years.Select(year => year.Whole(amount)).ToArray();
        return [.. Enumerable.Range(0, 12).Select(month => Medians.Of(years.Select(year => year[month])))];
    }
}
