namespace BuildingQuota.Domain.Quantities;

/// <summary>Figures from the order of values alone: nothing is assumed about how they are spread.</summary>
public static class Medians
{
    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static decimal Of(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0) throw new ArgumentException("There is no median of nothing.", nameof(values));
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The value below or at which this part (above 0, to 1) of the sorted values lies, by nearest rank.</summary>
    public static decimal NearestRank(IReadOnlyList<decimal> sorted, decimal part)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Count);
        var rank = (int)decimal.Ceiling(part * sorted.Count);
        return sorted[Math.Clamp(rank, 1, sorted.Count) - 1];
    }
}
