using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Budgets;

/// <summary>From what a seasonal shape was taken, the best first.</summary>
public enum ShapeBasis { OwnYears, ClassPeers, Days }

/// <summary>
/// How a year's use lies over its months (field §4.13, docs/rules/monthly-budget.md). Weights are zero or positive and not all zero; only
/// their proportions mean anything. <see cref="Sources"/>: how many years, or peers, they are the median of.
/// </summary>
public sealed record SeasonalShape(IReadOnlyList<decimal> Weights, ShapeBasis Basis, int Sources)
{
    private const int Months = 12;

    private readonly decimal _whole = Weights.Sum();

    /// <summary>
    /// The median of each month's share over the years. A year with a month below zero, without use, or not of twelve months says
    /// nothing; null when no year says anything.
    /// </summary>
    public static SeasonalShape? OfYears(IEnumerable<IReadOnlyList<decimal>> years) =>
        Median([.. years.Where(Speaks)], ShapeBasis.OwnYears);

    /// <summary>
    /// The median of each month's share over the shapes of others of its class; null without any. Shares have six decimals: what a peer
    /// used in a month cannot be told from them.
    /// </summary>
    public static SeasonalShape? OfPeers(IEnumerable<SeasonalShape> peers) =>
        Median([.. peers.Select(peer => peer.Shares)], ShapeBasis.ClassPeers);

    public static SeasonalShape OfDays(int year) =>
        new([.. Enumerable.Range(1, Months).Select(month => (decimal)DateTime.DaysInMonth(year, month))], ShapeBasis.Days, 0);

    /// <summary>What lies in these parts of the months (0 to 1 each), of the whole year.</summary>
    public decimal Share(IReadOnlyList<decimal> parts) => Weights.Zip(parts, (weight, part) => weight * part).Sum() / _whole;

    /// <summary>What lies in this part of one month, of the whole year.</summary>
    public decimal Share(int month, decimal part) => Weights[month - 1] * part / _whole;

    private IReadOnlyList<decimal> Shares => [.. Weights.Select(weight => Rounding.HalfUp(weight / _whole, Rounding.QuantityDecimals))];

    private static bool Speaks(IReadOnlyList<decimal> months) =>
        months.Count == Months && months.All(month => month >= 0) && months.Any(month => month > 0);

    /// <summary>One source keeps its own figures; where the medians are nothing at all the averages speak.</summary>
    private static SeasonalShape? Median(IReadOnlyList<IReadOnlyList<decimal>> sources, ShapeBasis basis)
    {
        if (sources.Count == 0) return null;
        if (sources.Count == 1) return new SeasonalShape(sources[0], basis, 1);
        var shares = sources.Select(months => months.Select(month => month / months.Sum()).ToArray()).ToArray();
        decimal[] medians = [.. Enumerable.Range(0, Months).Select(month => Medians.Of(shares.Select(year => year[month])))];
        decimal[] weights = medians.Any(weight => weight > 0)
            ? medians
            : [.. Enumerable.Range(0, Months).Select(month => shares.Average(year => year[month]))];
        return new SeasonalShape(weights, basis, sources.Count);
    }
}
