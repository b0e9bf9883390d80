namespace BuildingQuota.Domain.Quantities;

/// <summary>Splits a whole into parts that add up to it again (domain §8.1, §9.1, §9.9; docs/rules/apportionment.md).</summary>
public static class Apportionment
{
    /// <summary>
    /// Parts in proportion to <paramref name="weights"/>, each a multiple of <paramref name="step"/>. What rounding leaves over goes,
    /// step by step, to the largest remainders, earlier parts first. A negative total splits into the exact opposites of its
    /// positive, so a reversal cancels its bill part by part. The total itself is kept to the last digit: what is finer than a
    /// step stays with the part of the largest remainder.
    /// </summary>
    public static decimal[] Split(decimal total, IReadOnlyList<decimal> weights, decimal step = 0.000001m)
    {
        var weight = weights.Sum();
        if (weights.Count == 0 || weight <= 0 || weights.Any(w => w < 0))
            throw new ArgumentException("Weights are zero or positive and not all zero.", nameof(weights));
        if (weights.Count == 1) return [total];

        var size = Math.Abs(total);
        var divisor = weight * step;
        var rests = weights.Select(w => size * w % divisor).ToArray();
        var parts = weights.Select((w, i) => decimal.Floor((size * w - rests[i]) / divisor + 0.5m) * step).ToArray();
        HandOut(size - parts.Sum(), rests, parts, step);
        return total < 0 ? Array.ConvertAll(parts, part => -part) : parts;
    }

    /// <summary>By the remainders before division: equal ones are equal there, and no longer so once quotients are cut to 28 digits.</summary>
    private static void HandOut(decimal leftOver, decimal[] rests, decimal[] parts, decimal step)
    {
        var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(i => rests[i]).ToArray();
        for (var turn = 0; leftOver >= step; turn++, leftOver -= step) parts[byRemainder[turn % parts.Length]] += step;
        parts[byRemainder[0]] += leftOver;
    }
}
