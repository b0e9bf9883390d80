using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Billing;

/// <summary>Finds what is counted twice. One day is enough; the shared reading day is none, because spans are half open (docs/rules/bill-days.md).</summary>
public static class Overlaps
{
    /// <summary>
    /// Pairs of overlapping items, such that every item that overlaps any other is in at least one pair. One pass over the items by
    /// first day, each held against the one that reaches furthest so far; the order in which they are given does not matter.
    /// </summary>
    public static IEnumerable<(T Later, T Earlier)> Among<T>(IEnumerable<T> items, Func<T, DateSpan> covers) where T : class
    {
        T? furthest = null;
        foreach (var item in items.OrderBy(item => covers(item).From).ThenBy(item => covers(item).Until))
        {
            if (furthest is not null && covers(furthest).Overlaps(covers(item))) yield return (item, furthest);
            if (furthest is null || covers(item).Until > covers(furthest).Until) furthest = item;
        }
    }
}
