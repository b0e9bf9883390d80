using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Planning;

/// <summary>
/// The arithmetic of a cumulative decline (domain §5.2–5.3, §9.6; docs/rules/plan-path.md): from a base value over N years, geometric or
/// linear. After a year that ended above its path the rest is re-planned (旧账必须还、新账不再欠); without debt the first path stands.
/// </summary>
public sealed record PlanPath(decimal BaseValue, decimal CumulativeRatePercent, int Years, TargetPath Shape)
{
    private decimal EndValue => BaseValue * (1 - CumulativeRatePercent / 100);

    /// <summary>The first path's value in the <paramref name="k"/>-th year (0 is the base year).</summary>
    public decimal Original(int k) => Shape switch
    {
        TargetPath.Geometric => BaseValue * Roots.Root(Roots.Power(1 - CumulativeRatePercent / 100, k), Years),
        TargetPath.Linear => BaseValue * (1 - CumulativeRatePercent / 100 * k / Years),
        _ => throw new ArgumentOutOfRangeException(nameof(k), Shape, "No such path."),
    };

    /// <summary>What binds in year <paramref name="k"/>, given last year's actual (null when it is not known).</summary>
    public decimal Binding(int k, decimal? lastActual)
    {
        if (lastActual is not { } actual || k < 2 || Debt(k - 1, actual) == 0) return Original(k);
        var remaining = Years - k + 1;
        return Shape == TargetPath.Geometric
            ? actual * Roots.Root(EndValue / actual, remaining)
            : actual - (actual - EndValue) / remaining;
    }

    /// <summary>How far a year's actual lies above the first path.</summary>
    public decimal Debt(int k, decimal actual) => Math.Max(0, actual - Original(k));
}
