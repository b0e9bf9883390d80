using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// A bill that is missing in an undetermined verdict: the days of a meter that no bill covers, and what they can hold at most
/// (docs/rules/deciding-bills.md; field §4.3).
/// </summary>
public sealed record MissingBill(MeterYear Meter, DateSpan Days)
{
    /// <summary>In the meter's own unit: days × its high daily use; null when nothing bounds it.</summary>
    public required decimal? QuantityAtMost { get; init; }

    /// <summary>In the numerator's measure; negative where more on this meter means less for the subject. Null when nothing bounds it.</summary>
    public required decimal? AmountAtMost { get; init; }

    /// <summary>This bill alone, with nothing on the others, can carry the value across the constraint.</summary>
    public bool DecidesAlone { get; init; }

    /// <summary>One of the fewest bills, heaviest first, that can carry it across together.</summary>
    public bool DecidesTogether { get; init; }
}

/// <summary>Which missing bills decide a verdict, heaviest first.</summary>
public static class DecidingBills
{
    /// <summary>
    /// <paramref name="allowed"/> is the numerator that the constraint allows; without one nothing is there to be decided, and the bills
    /// are only listed.
    /// </summary>
    public static IReadOnlyList<MissingBill> Of(decimal billed, decimal? allowed, IEnumerable<CountingMeter> meters)
    {
        var missing = meters.Where(meter => meter.Weight != 0 && meter.Meter.MissingDays > 0).SelectMany(Bills)
            .OrderByDescending(bill => bill.AmountAtMost is { } amount ? Math.Abs(amount) : decimal.MaxValue)
            .ThenBy(bill => bill.Meter.Meter.Code, StringComparer.Ordinal).ThenBy(bill => bill.Days.From).ToArray();
        return allowed is { } limit ? Decide(billed - limit, missing) : missing;
    }

    /// <summary>The days on which the meter was active and no bill covers it, as spans.</summary>
    public static IEnumerable<DateSpan> MissingDays(MeterYear meter)
    {
        DateSpan? open = null;
        foreach (var day in meter.Missing)
        {
            if (open is { } span && span.Until != day)
            {
                yield return span;
                open = null;
            }

            open = new DateSpan(open?.From ?? day, day.AddDays(1));
        }

        if (open is { } last) yield return last;
    }

    private static IEnumerable<MissingBill> Bills(CountingMeter counting)
    {
        var daily = counting.Meter.MostMissing / counting.Meter.MissingDays;
        return MissingDays(counting.Meter).Select(days => new MissingBill(counting.Meter, days)
        {
            QuantityAtMost = daily * days.Days, AmountAtMost = daily * days.Days * counting.Weight,
        });
    }

    /// <summary>Below the limit what may still come must take the value over it; above it, what sub-meters may still take must bring it back.</summary>
    private static MissingBill[] Decide(decimal over, MissingBill[] bills)
    {
        bool Crosses(decimal sum) => over > 0 ? over + sum <= 0 : over + sum > 0;
        var (together, isCrossed) = (0m, false);
        return Array.ConvertAll(bills, bill =>
        {
            var pulls = bill.AmountAtMost is not { } amount || (over > 0 ? amount < 0 : amount > 0);
            if (!pulls) return bill;
            var alone = bill.AmountAtMost is not { } most || Crosses(most);
            var needed = !isCrossed;
            together += bill.AmountAtMost ?? 0;
            isCrossed |= alone || Crosses(together);
            return bill with { DecidesAlone = alone, DecidesTogether = needed };
        });
    }
}
