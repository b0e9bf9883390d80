namespace BuildingQuota.Domain.Budgets;

/// <summary>How sure it is that a year will end above its limit (field §4.14): none, at least even chance, likely, certain.</summary>
public enum EarlyWarningLevel { None, EvenChance, Likely, Certain }

/// <summary>
/// When a subject is warned before the year is over (docs/rules/early-warning.md; domain §6.1 N1). A year on its limit has not crossed it.
/// </summary>
public static class EarlyWarning
{
    /// <summary>
    /// Certain when what is billed is already above the limit; else by the chance to exceed. Where no closed year could be tested there
    /// is no chance to state: then a forecast above the limit is called an even one, and nothing is called likely.
    /// </summary>
    public static EarlyWarningLevel Level(decimal used, decimal forecast, decimal limit, TestedErrors errors, BudgetRules rules)
    {
        if (used > limit) return EarlyWarningLevel.Certain;
        if (errors.ChanceAbove(limit, forecast) is not { } chance)
            return forecast > limit ? EarlyWarningLevel.EvenChance : EarlyWarningLevel.None;
        if (chance >= rules.Likely) return EarlyWarningLevel.Likely;
        return chance >= rules.EvenChance ? EarlyWarningLevel.EvenChance : EarlyWarningLevel.None;
    }

    /// <summary>Whole months of the year after that of the day; none once the year is over.</summary>
    public static int MonthsLeft(int year, DateOnly asOf) => asOf.Year > year ? 0 : 12 - asOf.Month;

    /// <summary>
    /// By how many percent the use of those months must fall below what is expected of them so that the year ends on its limit. Zero
    /// when it will anyway; above 100 when saving alone cannot; null when no month is left or nothing is expected of them.
    /// </summary>
    public static decimal? NeededReductionPercent(YearOutlook outlook, decimal limit, DateOnly asOf)
    {
        if (outlook.Forecast <= limit) return 0;
        var left = outlook.Expected.TakeLast(MonthsLeft(outlook.Year, asOf)).Sum();
        return left > 0 ? (outlook.Forecast - limit) / left * 100 : null;
    }
}
