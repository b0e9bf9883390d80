using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Metering;

/// <summary>What one meter's live bills say about one year: quantities by month, days covered, and how much a missing day could hide.</summary>
public sealed class MeterYear
{
    private readonly Func<int, IReadOnlyList<BillSlice>> _slicesOf;
    private decimal? _mostMissing;
    private bool _isMeasured;

    public MeterYear(Meter meter, int year, Func<int, IReadOnlyList<BillSlice>> slicesOf)
    {
        (Meter, Year, _slicesOf) = (meter, year, slicesOf);
        Slices = slicesOf(year);
        Months = MeterMonth.OfYear(meter, year, Slices);
        ActiveDays = meter.Active.Intersect(DateSpan.OfYear(year)).Days;
        foreach (var month in Months) CoveredDays += month.CoveredActiveDays;
    }

    public Meter Meter { get; }

    public int Year { get; }

    /// <summary>Slices of live bills that fall into the year, by day.</summary>
    public IReadOnlyList<BillSlice> Slices { get; }

    /// <summary>January first.</summary>
    public IReadOnlyList<MeterMonth> Months { get; }

    public int ActiveDays { get; }

    /// <summary>Active days that a live bill covers.</summary>
    public int CoveredDays { get; }

    public int MissingDays => ActiveDays - CoveredDays;

    /// <summary>Active days without a bill, one by one.</summary>
    public IEnumerable<DateOnly> Missing
    {
        get
        {
            for (var month = 0; month < 12; month++)
                for (var day = 0; day < 31; day++)
                    if ((Months[month].Active & ~Months[month].Covered & (1u << day)) != 0) yield return new DateOnly(Year, month + 1, day + 1);
        }
    }

    /// <summary>Covered part of the active days; a meter that was never active in the year misses nothing.</summary>
    public bool Covers(decimal share) => CoveredDays >= share * ActiveDays;

    /// <summary>
    /// What the missing days can hold at most: days × the 95th percentile (nearest rank) of the daily use over the year's covered days,
    /// of the year before when there are none. Null when neither year has a covered day: then nothing bounds it.
    /// </summary>
    public decimal? MostMissing
    {
        get
        {
            if (MissingDays == 0) return 0;
            if (_isMeasured) return _mostMissing;
            _isMeasured = true;
            return _mostMissing = (HighDailyUse(Year) ?? HighDailyUse(Year - 1)) * MissingDays;
        }
    }

    /// <summary>A slice stands for as many equal days as it has.</summary>
    private decimal? HighDailyUse(int year)
    {
        var slices = _slicesOf(year);
        var below = (95 * slices.Sum(slice => slice.Span.Days) + 99) / 100;
        foreach (var (daily, days) in slices.Select(slice => (slice.Quantity / slice.Span.Days, slice.Span.Days)).Order())
        {
            below -= days;
            if (below <= 0) return Math.Max(0, daily);
        }

        return null;
    }
}

/// <summary>One meter in one month. Days are bits, the first day the lowest; what is estimated is part of the quantity.</summary>
public readonly record struct MeterMonth(uint Active, uint Covered, decimal Quantity, decimal Cost, decimal Estimated)
{
    public int CoveredActiveDays => System.Numerics.BitOperations.PopCount(Active & Covered);

    /// <summary>A bill has days in it, or the meter was active and should have had one.</summary>
    public bool HasDays => (Active | Covered) != 0;

    internal static MeterMonth[] OfYear(Meter meter, int year, IReadOnlyList<BillSlice> slices)
    {
        var months = new MeterMonth[12];
        for (var i = 0; i < 12; i++)
        {
            var month = DateSpan.OfMonth(year, i + 1);
            months[i] = new MeterMonth(Bits(meter.Active.Intersect(month)), 0, 0, 0, 0);
        }

        for (var i = 0; i < slices.Count; i++)
        {
            ref var month = ref months[slices[i].Span.From.Month - 1];
            month = month.Plus(slices[i]);
        }

        return months;
    }

    private MeterMonth Plus(BillSlice slice) => new(
        Active, Covered | Bits(slice.Span), Quantity + slice.Quantity, Cost + slice.Cost, slice.IsEstimated ? Estimated + slice.Quantity : Estimated);

    /// <summary>Of days inside one month.</summary>
    private static uint Bits(DateSpan days) => days.IsEmpty ? 0 : (uint)(((1UL << days.Days) - 1) << (days.From.Day - 1));
}
