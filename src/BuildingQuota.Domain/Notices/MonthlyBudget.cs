using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Notices;

/// <summary>By what a year's budget was laid over its months.</summary>
public enum BudgetBasis { LastYearsMonths, Days }

/// <summary>
/// The quota of a year as twelve amounts that add up to it: by last year's months of the same measure when these are whole, so that a
/// heated building is not blamed for winter, else by days (domain §9.5, docs/rules/monthly-budget.md).
/// </summary>
public sealed record MonthlyBudget(IReadOnlyList<decimal> Months, BudgetBasis Basis)
{
    public static MonthlyBudget Spread(decimal allowed, int year, IReadOnlyList<decimal>? lastYearsMonths)
    {
        var basis = lastYearsMonths is { Count: 12 } last && last.All(month => month >= 0) && last.Any(month => month > 0)
            ? BudgetBasis.LastYearsMonths
            : BudgetBasis.Days;
        var weights = basis == BudgetBasis.LastYearsMonths
            ? lastYearsMonths!
            : [.. Enumerable.Range(1, 12).Select(month => (decimal)DateTime.DaysInMonth(year, month))];
        return new MonthlyBudget(Apportionment.Split(allowed, weights), basis);
    }
}
