using BuildingQuota.Domain.Evaluations;

namespace BuildingQuota.Domain.Quotas;

/// <summary>The values a standard publishes for one class, by name and not by position: 约束值 ≥ 基准值 ≥ 引导值; water tables have no 基准值.</summary>
public sealed record QuotaTiers(decimal Constraint, decimal? Baseline, decimal Guiding)
{
    /// <summary>The standards say 大于/小于: a value exactly on a limit has not crossed it (domain §4.2, docs/rules/tiers.md).</summary>
    public TierName Judge(decimal actual)
    {
        if (actual > Constraint) return TierName.OverConstraint;
        if (Baseline is { } baseline && actual > baseline) return TierName.WithinConstraint;
        if (Baseline is null && actual > Guiding) return TierName.WithinConstraint;
        return actual >= Guiding ? TierName.WithinBaseline : TierName.BetterThanGuiding;
    }
}
