using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Budgets;

/// <summary>
/// The limit of a year as twelve amounts that add up to it, by a seasonal shape, so that a heated building is not blamed for winter
/// (domain §9.5, docs/rules/monthly-budget.md).
/// </summary>
public sealed record MonthlyBudget(IReadOnlyList<decimal> Months, SeasonalShape Shape)
{
    public static MonthlyBudget Spread(decimal limit, SeasonalShape shape) => new(Apportionment.Split(limit, shape.Weights), shape);

    /// <summary>By the months of one year of the same measure, or by days where that says nothing.</summary>
    public static MonthlyBudget Spread(decimal limit, int year, IReadOnlyList<decimal>? otherYear) =>
        Spread(limit, (otherYear is null ? null : SeasonalShape.OfYears([otherYear])) ?? SeasonalShape.OfDays(year));

    /// <summary>What the budget leaves for these parts (0 to 1) of the months: its line, as far as the bills reach.</summary>
    public decimal Until(IReadOnlyList<decimal> parts) => Months.Zip(parts, (month, part) => month * part).Sum();
}
