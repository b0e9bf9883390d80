using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Budgets;

/// <summary>
/// What is followed through the years by itself: one carrier for one purpose in one building (null: of the institution as a whole).
/// </summary>
public sealed record SeriesKey(string? BuildingCode, Carrier Carrier, MeterPurpose Purpose);

/// <summary>One month as it is kept (docs/rules/monthly-facts.md): quantity in the carrier's own unit, kgce in STAT.</summary>
public sealed record SeriesMonth(decimal Quantity, decimal Kgce, decimal KgCo2, int CoveredDays);

/// <summary>Twelve months of a series; null is a month that no bill touches, which is not a month without use.</summary>
public sealed record SeriesYear(int Year, IReadOnlyList<SeriesMonth?> Months)
{
    /// <summary>Some month is left out although bills touch it: what others' meters take out of it is not billed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Bills reach enough of its days to say how its seasons lie.</summary>
    public bool IsWhole(decimal coverage) => Months.Sum(month => month?.CoveredDays ?? 0) >= coverage * DateSpan.OfYear(Year).Days;

    /// <summary>Covered part of each month's calendar days, 0 to 1.</summary>
    public IReadOnlyList<decimal> CoveredParts => [.. Months.Select((month, i) => Part(month, i + 1))];

    /// <summary>Amounts of a whole year; a month that is not covered to its end is taken as if it went on as it did.</summary>
    public IReadOnlyList<decimal> Whole(Func<SeriesMonth, decimal> amount) =>
        [.. Months.Select((month, i) => month is { CoveredDays: > 0 } ? amount(month) / Part(month, i + 1) : 0)];

    private decimal Part(SeriesMonth? month, int number) =>
        month is null ? 0 : Math.Min(1, (decimal)month.CoveredDays / DateTime.DaysInMonth(Year, number));
}

/// <summary>The years of a series, and on which part of each month of the open year (0 to 1) it has an active meter.</summary>
public sealed record UseSeries(SeriesKey Key, IReadOnlyDictionary<int, SeriesYear> Years, IReadOnlyList<decimal> ActiveParts)
{
    public SeriesYear Of(int year) => Years.GetValueOrDefault(year) ?? new SeriesYear(year, new SeriesMonth?[12]);

    /// <summary>The whole years before this one, the nearest first, so many at most within as many.</summary>
    public IReadOnlyList<SeriesYear> Before(int year, BudgetRules rules, decimal coverage) =>
    [
        .. Enumerable.Range(1, rules.HistoryYears).Select(back => Years.GetValueOrDefault(year - back)).OfType<SeriesYear>()
            .Where(one => one.IsWhole(coverage)),
    ];
}

/// <summary>In what a numerator is added up: the measure and, for kgce, the coefficient set.</summary>
public sealed record Measuring(Measure Measure, string Set, ConversionTable Conversions)
{
    /// <summary>As rows are rounded, so that a sum of these is a sum of what is shown.</summary>
    public decimal Of(Carrier carrier, SeriesMonth month) => Measure switch
    {
        Measure.Kgce when Set == ConversionTable.Stat => month.Kgce,
        Measure.Kgce => Rounding.HalfUp(month.Quantity * Conversions.Kgce(Set, carrier), Rounding.QuantityDecimals),
        Measure.KgCo2 => month.KgCo2,
        _ => month.Quantity,
    };
}
