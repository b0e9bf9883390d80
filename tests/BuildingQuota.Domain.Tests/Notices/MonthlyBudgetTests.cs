using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Tests.Notices;

/// <summary>docs/rules/monthly-budget.md; domain §9.5.</summary>
public sealed class MonthlyBudgetTests
{
    private static readonly decimal[] LastYear = [19, 18, 16, 11, 10, 11, 13, 13, 11, 12, 15, 17];

    [Fact]
    public void Last_years_months_carry_the_quota_and_nine_of_them_come_to_the_worked_example()
    {
        var budget = MonthlyBudget.Spread(166_400, 2025, LastYear);

        Assert.Equal(BudgetBasis.LastYearsMonths, budget.Basis);
        Assert.Equal(166_400, budget.Months.Sum());
        Assert.Equal(122_293.98m, Rounding.HalfUp(budget.Months.Take(9).Sum(), 2));
    }

    [Fact]
    public void Without_last_year_the_days_carry_it()
    {
        var budget = MonthlyBudget.Spread(366, 2024, null);

        Assert.Equal(BudgetBasis.Days, budget.Basis);
        Assert.Equal([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], budget.Months);
    }

    [Fact]
    public void A_month_below_zero_eleven_months_or_nothing_at_all_cannot_carry_it()
    {
        Assert.Equal(BudgetBasis.Days, MonthlyBudget.Spread(100, 2025, [.. LastYear[..11], -1]).Basis);
        Assert.Equal(BudgetBasis.Days, MonthlyBudget.Spread(100, 2025, LastYear[..11]).Basis);
        Assert.Equal(BudgetBasis.Days, MonthlyBudget.Spread(100, 2025, new decimal[12]).Basis);
        Assert.Equal(BudgetBasis.LastYearsMonths, MonthlyBudget.Spread(100, 2025, [.. LastYear[..11], 0]).Basis);
    }
}
