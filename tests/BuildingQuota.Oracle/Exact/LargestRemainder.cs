namespace BuildingQuota.Oracle.Exact;

/// <summary>Design §3.2: a whole in parts that add up to it again; what rounding leaves over goes to the largest remainders, first come first.</summary>
public static class LargestRemainder
{
    /// <param name="whole">On the grid of <paramref name="decimals"/>.</param>
    public static decimal[] Split(decimal whole, IReadOnlyList<Fraction> weights, int decimals)
    {
        var all = weights.Aggregate(Fraction.Zero, (sum, weight) => sum + weight);
        var (size, sign) = (Fraction.Of(Math.Abs(whole)), Math.Sign(whole)); // what is taken back splits into the exact opposites
        var exact = weights.Select(weight => size * weight / all).ToArray();
        var parts = exact.Select(part => part.Cut(decimals)).ToArray();
        var cent = 1m;
        for (var i = 0; i < decimals; i++) cent /= 10;
        var neediest = Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ToList();
        var left = (int)((Math.Abs(whole) - parts.Sum()) / cent);
        foreach (var i in neediest.Take(left)) parts[i] += cent;
        return [.. parts.Select(part => sign * part)];
    }
}
