namespace BuildingQuota.Documents.Charts;

/// <summary>A value axis from <paramref name="Low"/> to <paramref name="High"/> in round steps.</summary>
internal sealed record Scale(decimal Low, decimal High, decimal Step)
{
    private const int MostSteps = 6;

    public IEnumerable<decimal> Ticks()
    {
        for (var tick = Low; tick <= High; tick += Step) yield return tick;
    }

    /// <summary>0 at the low end, 1 at the high end.</summary>
    public double Share(decimal value) => (double)((value - Low) / (High - Low));

    /// <summary>The smallest round scale that holds zero and all values.</summary>
    public static Scale Over(IEnumerable<decimal> values)
    {
        decimal low = 0, high = 0;
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (high == low) high = low + 1;
        var step = RoundStep((high - low) / MostSteps);
        return new Scale(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    private static decimal RoundStep(decimal atLeast)
    {
        var magnitude = 1m;
        while (magnitude * 10 <= atLeast) magnitude *= 10;
        while (magnitude > atLeast) magnitude /= 10;
        decimal[] factors = [1, 2, 2.5m, 5, 10];
        return magnitude * factors.First(f => magnitude * f >= atLeast);
    }
}
