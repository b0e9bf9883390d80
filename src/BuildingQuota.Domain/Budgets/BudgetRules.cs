namespace BuildingQuota.Domain.Budgets;

/// <summary>A year's limit: a tier of the quota, or what the plan asks.</summary>
public enum LimitKind { Constraint, Baseline, Guiding, PlanTarget }

/// <summary>What a bureau may choose otherwise about the open year (docs/rules/early-warning.md). Parts are between 0 and 1.</summary>
public sealed record BudgetRules
{
    /// <summary>The tier that a quota's budget is made of; where a standard has none of that name, its constraint value.</summary>
    public LimitKind Tier { get; init; } = LimitKind.Constraint;

    /// <summary>Closed years that a seasonal shape is the median of.</summary>
    public int HistoryYears { get; init; } = 3;

    /// <summary>Percent of the budget line, rising: a value on a threshold has not crossed it.</summary>
    public IReadOnlyList<decimal> Thresholds { get; init; } = [80, 100, 110];

    /// <summary>Chances to exceed from which on a warning is given.</summary>
    public decimal EvenChance { get; init; } = 0.5m;

    public decimal Likely { get; init; } = 0.9m;

    /// <summary>The part of the tested errors that lies within a forecast's interval, as much of the rest on either side.</summary>
    public decimal IntervalPart { get; init; } = 0.8m;

    /// <summary>So many errors of its own give a subject its interval; with fewer those of its class are added, of as many institutions.</summary>
    public int OwnErrors { get; init; } = 5;

    /// <summary>The nearest region with peers of so many institutions speaks for a class; never one with fewer than five.</summary>
    public int Peers { get; init; } = 5;

    /// <summary>Below this share of a year, use to date says nothing of the level: then the level of past years stands.</summary>
    public decimal SmallestShare { get; init; } = 0.05m;

    /// <summary>The highest threshold that a percentage is above; null below all.</summary>
    public decimal? Crossed(decimal? percent)
    {
        var crossed = Thresholds.Where(threshold => percent > threshold).ToArray();
        return crossed.Length == 0 ? null : crossed.Max();
    }
}
