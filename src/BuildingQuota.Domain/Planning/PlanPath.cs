using System.Collections.Concurrent;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Planning;

/// <summary>What a year's binding target is: the first path, what is left after a debt or a gain, or an order for the year.</summary>
public enum TargetBasis { FirstPath, Replanned, Relaxed, Ordered }

/// <summary>
/// The arithmetic of a cumulative decline (domain §5.2–5.3, §9.6; docs/rules/plan-path.md): from a base value over N years, geometric or
/// linear. After a year that ended above its path the rest is re-planned (旧账必须还、新账不再欠); without debt the first path stands.
/// </summary>
public sealed record PlanPath(decimal BaseValue, decimal CumulativeRatePercent, int Years, TargetPath Shape)
{
    private static readonly ConcurrentDictionary<(decimal Rate, int K, int Years), decimal> Kept = new();

    public decimal EndValue => BaseValue * (1 - CumulativeRatePercent / 100);

    /// <summary>The first path's value in the <paramref name="k"/>-th year (0 is the base year); in the last year no root blurs it.</summary>
    public decimal Original(int k) => Shape switch
    {
        _ when k == Years => EndValue,
        TargetPath.Geometric => BaseValue * Kept.GetOrAdd((CumulativeRatePercent, k, Years), PartKept),
        TargetPath.Linear => BaseValue * (1 - CumulativeRatePercent / 100 * k / Years),
        _ => throw new ArgumentOutOfRangeException(nameof(k), Shape, "No such path."),
    };

    /// <summary>What binds in year <paramref name="k"/>, given last year's actual (null when it is not known).</summary>
    public decimal Binding(int k, decimal? lastActual, bool relax = false)
    {
        if (Basis(k, lastActual, relax) == TargetBasis.FirstPath) return Original(k);
        var (actual, remaining) = (lastActual!.Value, Years - k + 1);
        if (remaining == 1) return EndValue;
        return Shape == TargetPath.Geometric
            ? actual * Roots.Root(EndValue / actual, remaining)
            : actual - (actual - EndValue) / remaining;
    }

    /// <summary>
    /// Re-planned after a debt; after a gain only where the rules let a year that beat its path ease the rate of the years after it.
    /// </summary>
    public TargetBasis Basis(int k, decimal? lastActual, bool relax = false)
    {
        if (k < 2 || lastActual is not > 0) return TargetBasis.FirstPath;
        var gap = lastActual.Value - Original(k - 1);
        return gap > 0 ? TargetBasis.Replanned : gap < 0 && relax ? TargetBasis.Relaxed : TargetBasis.FirstPath;
    }

    /// <summary>The geometric path's part of the base value: the same for everybody under a plan, and a root takes its time.</summary>
    private static decimal PartKept((decimal Rate, int K, int Years) path) => Roots.Root(Roots.Power(1 - path.Rate / 100, path.K), path.Years);

    /// <summary>What is left to do after year <paramref name="k"/>, year by year to the last, if every year does just what is asked of it.</summary>
    public IReadOnlyList<decimal> Ahead(int k, decimal actual)
    {
        var remaining = Years - k;
        var replanned = Basis(k + 1, actual) == TargetBasis.Replanned;
        return [.. Enumerable.Range(1, Math.Max(0, remaining)).Select(j => !replanned ? Original(k + j)
            : Shape == TargetPath.Geometric ? actual * Roots.Root(Roots.Power(EndValue / actual, j), remaining)
            : actual - (actual - EndValue) * j / remaining)];
    }

    /// <summary>How far a year's actual lies above the first path.</summary>
    public decimal Debt(int k, decimal actual) => Math.Max(0, actual - Original(k));
}
