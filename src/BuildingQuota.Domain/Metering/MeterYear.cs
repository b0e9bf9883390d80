using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Metering;

/// <summary>What one meter's live bills say about one year: quantities by month, days covered, and how much a missing day could hide.</summary>
public sealed class MeterYear
{
    private readonly Func<int, IReadOnlyList<BillSlice>> _slicesOf;

    public MeterYear(Meter meter, int year, Func<int, IReadOnlyList<BillSlice>> slicesOf)
    {
        (Meter, Year, _slicesOf) = (meter, year, slicesOf);
        Slices = slicesOf(year);
        Months = [.. Enumerable.Range(1, 12).Select(month => new MeterMonth(meter, year, month, Slices))];
        ActiveDays = meter.Active.Intersect(DateSpan.OfYear(year)).Days;
        CoveredDays = Months.Sum(month => month.CoveredActiveDays);
    }

    public Meter Meter { get; }

    public int Year { get; }

    /// <summary>Slices of live bills that fall into the year, by day.</summary>
    public IReadOnlyList<BillSlice> Slices { get; }

    public IReadOnlyList<MeterMonth> Months { get; }

    public int ActiveDays { get; }

    /// <summary>Active days that a live bill covers.</summary>
    public int CoveredDays { get; }

    public int MissingDays => ActiveDays - CoveredDays;

    /// <summary>Covered part of the active days; a meter that was never active in the year misses nothing.</summary>
    public bool Covers(decimal share) => CoveredDays >= share * ActiveDays;

    /// <summary>
    /// What the missing days can hold at most: days × the 95th percentile (nearest rank) of the daily use over the year's covered days,
    /// of the year before when there are none. Null when neither year has a covered day: then nothing bounds it.
    /// </summary>
    public decimal? MostMissing => MissingDays == 0 ? 0 : (HighDailyUse(Year) ?? HighDailyUse(Year - 1)) * MissingDays;

    private decimal? HighDailyUse(int year)
    {
        var daily = _slicesOf(year).SelectMany(DailyUse).Order().ToArray();
        return daily.Length == 0 ? null : Math.Max(0, daily[(95 * daily.Length + 99) / 100 - 1]);
    }

    private static IEnumerable<decimal> DailyUse(BillSlice slice) => Enumerable.Repeat(slice.Quantity / slice.Span.Days, slice.Span.Days);
}

/// <summary>One meter in one month. Days are bits, the first day the lowest.</summary>
public sealed class MeterMonth
{
    public MeterMonth(Meter meter, int year, int month, IReadOnlyList<BillSlice> slices)
    {
        var span = DateSpan.OfMonth(year, month);
        Active = Bits(meter.Active.Intersect(span), span);
        foreach (var slice in slices)
        {
            if (!span.Contains(slice.Span)) continue;
            Covered |= Bits(slice.Span, span);
            Quantity += slice.Quantity;
            Cost += slice.Cost;
            if (slice.IsEstimated) Estimated += slice.Quantity;
        }
    }

    public uint Active { get; }

    public uint Covered { get; }

    public decimal Quantity { get; }

    public decimal Cost { get; }

    /// <summary>The part of the quantity that was not read but estimated.</summary>
    public decimal Estimated { get; }

    public int CoveredActiveDays => System.Numerics.BitOperations.PopCount(Active & Covered);

    private static uint Bits(DateSpan days, DateSpan month) =>
        days.IsEmpty ? 0 : (uint)(((1UL << days.Days) - 1) << (days.From.DayNumber - month.From.DayNumber));
}
