using BuildingQuota.Oracle.Exact;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>
/// A region is the sum of the institutions of its subtree over the sum of their divisors as shown, in the statistics' set, without a
/// quota.
/// </summary>
public static class RegionSums
{
    public static (Verdict Verdict, Sum Sum) Of(string region, int year, IndicatorRule rule, IReadOnlyList<Sum> members)
    {
        var divisor = rule.Divisor == Divisor.One ? Fraction.Of(1) : Total(members, sum => sum.Divisor.Round(4));
        var numerator = members.Sum(sum => sum.Numerator);
        var whole = new Sum(numerator, divisor, members[0].Scale, members.All(sum => sum.IsSufficient),
            Fraction.Of(numerator) - Total(members, sum => sum.IsSufficient ? sum.Numerator : sum.Least),
            members.Any(sum => !sum.IsSufficient && sum.More is null) ? null
                : Total(members, sum => sum.IsSufficient ? Fraction.Zero : sum.More!.Value), Estimated(members));
        return (new("Region", region, year, rule.Name)
        {
            Actual = whole.Exact?.Round(4),
            Numerator = whole.Numerator,
            Denominator = whole.Divisor.Round(4),
            TierName = "NoQuota",
            Sufficiency = whole.IsSufficient ? "Sufficient" : "Undetermined",
            LowerBound = whole.IsSufficient ? null : whole.Low.Round(4),
            UpperBound = whole.IsSufficient ? null : whole.High?.Round(4),
            EstimatedShare = whole.Estimated.Round(4),
        }, whole);
    }

    private static Fraction Total(IEnumerable<Sum> sums, Func<Sum, Fraction> part) =>
        sums.Aggregate(Fraction.Zero, (all, sum) => all + part(sum));

    /// <summary>Of the members' shares as shown, weighted by their numerators; 0 to 1.</summary>
    private static Fraction Estimated(IReadOnlyList<Sum> sums)
    {
        var weight = sums.Sum(sum => sum.Numerator);
        if (weight == 0) return Fraction.Zero;
        var share = Total(sums, sum => Fraction.Of(sum.Estimated.Round(4)) * sum.Numerator) / weight;
        return share < Fraction.Zero ? Fraction.Zero : share > Fraction.Of(1) ? Fraction.Of(1) : share;
    }
}
