using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Budgets;

/// <summary>
/// Errors that forecasts turned out to have, sorted: they alone say how far a forecast may be off. Nothing is assumed about how errors
/// are spread.
/// </summary>
public sealed class TestedErrors(IEnumerable<decimal> errors)
{
    private readonly decimal[] _sorted = [.. errors.Order()];

    public int Count => _sorted.Length;

    /// <summary>The nine values between their tenths; none without any.</summary>
    public IReadOnlyList<decimal> Tenths =>
        Count == 0 ? [] : [.. Enumerable.Range(1, 9).Select(tenth => Medians.NearestRank(_sorted, tenth / 10m))];

    /// <summary>The median of their sizes, in percent; null without any.</summary>
    public decimal? TypicalPercent => Count == 0 ? null : Medians.Of(_sorted.Select(Math.Abs)) * 100;

    /// <summary>Ends of the interval that holds the given part of them; null without any. Never below what is used already.</summary>
    public (decimal Low, decimal High)? Around(decimal forecast, decimal part, decimal used)
    {
        if (Count == 0) return null;
        var outside = (1 - part) / 2;
        return (Math.Max(used, forecast * (1 + Medians.NearestRank(_sorted, outside))),
            Math.Max(used, forecast * (1 + Medians.NearestRank(_sorted, 1 - outside))));
    }

    /// <summary>The part of them with which the forecast ends above the limit; null without any.</summary>
    public decimal? ChanceAbove(decimal limit, decimal forecast) =>
        Count == 0 ? null : (decimal)_sorted.Count(error => forecast * (1 + error) > limit) / Count;
}
