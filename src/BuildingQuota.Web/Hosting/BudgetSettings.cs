using System.Globalization;
using BuildingQuota.Domain.Budgets;

namespace BuildingQuota.Web.Hosting;

/// <summary>What is settled about open years (docs/rules/early-warning.md); percentages and chances as people write them.</summary>
public sealed class BudgetSettings
{
    private static readonly BudgetRules Default = new();

    /// <summary>Constraint, Baseline or Guiding.</summary>
    public LimitKind Tier { get; init; } = Default.Tier;

    /// <summary>Percent of the budget line, apart by spaces.</summary>
    public string Thresholds { get; init; } = "80 100 110";

    /// <summary>Chances to exceed, 0 to 1.</summary>
    public decimal EvenChance { get; init; } = Default.EvenChance;

    public decimal Likely { get; init; } = Default.Likely;

    /// <summary>The part of the tested errors that lies within an interval, 0 to 1.</summary>
    public decimal IntervalPart { get; init; } = Default.IntervalPart;

    public BudgetRules Rules => new()
    {
        Tier = Tier, Thresholds = [.. Numbers.OfType<decimal>()], EvenChance = EvenChance, Likely = Likely, IntervalPart = IntervalPart,
    };

    /// <summary>What is wrong, a line a fault.</summary>
    public IEnumerable<string> Faults()
    {
        if (Tier == LimitKind.PlanTarget)
            yield return "BuildingQuota:Budgets:Tier is no tier of a quota: say Constraint, Baseline or Guiding.";
        if (Numbers.Any(number => number is not > 0))
            yield return $"BuildingQuota:Budgets:Thresholds is '{Thresholds}': give percentages above zero, apart by spaces.";
        if (EvenChance is not (> 0 and <= 1) || Likely is not (> 0 and <= 1) || EvenChance > Likely)
            yield return "BuildingQuota:Budgets:EvenChance and Likely are chances above 0 and up to 1, the first not above the second.";
        if (IntervalPart is not (> 0 and < 1)) yield return "BuildingQuota:Budgets:IntervalPart lies between 0 and 1.";
    }

    private IEnumerable<decimal?> Numbers => Thresholds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null);
}
