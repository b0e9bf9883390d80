using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// Why an indicator changed from one year to the next, as parts that add up to the change as shown (docs/rules/change-explained.md;
/// field §4.11). One thing after the other takes its new value, in the order of <see cref="ChangePart"/>, and once more in the opposite order; a part
/// is the mean of what it did in both. So no order is preferred, and the years swapped give the opposite parts.
/// </summary>
public static class ChangeExplained
{
    /// <summary>In the order of <see cref="ChangePart"/>; consumption by carrier. The denominator's part is left out of a total.</summary>
    public static IReadOnlyList<ExplainedPart> Of(IndicatorDefinition definition, ExplainedYear before, ExplainedYear after)
    {
        Carrier[] carriers = [.. before.Months.Concat(after.Months).Select(month => month.Key.Carrier).Distinct().Order()];
        var there = new ChangeWalk(definition, carriers, before, after).Parts();
        var back = new ChangeWalk(definition, carriers, after, before).Parts();
        var means = there.Zip(back, (one, other) => one with { Amount = (one.Amount - other.Amount) / 2 });
        return Shown([.. means], after.Actual - before.Actual);
    }

    /// <summary>Each part rounded once; what that leaves of the whole is put on the largest, where it is least in proportion.</summary>
    private static ExplainedPart[] Shown(IReadOnlyList<ExplainedPart> exact, decimal whole)
    {
        ExplainedPart[] parts = [.. exact.Select(part => part with { Amount = Rounding.HalfUp(part.Amount, Rounding.IndicatorDecimals) })];
        var largest = Enumerable.Range(0, parts.Length).MaxBy(i => Math.Abs(exact[i].Amount));
        parts[largest] = parts[largest] with { Amount = parts[largest].Amount + whole - parts.Sum(part => part.Amount) };
        return parts;
    }
}
