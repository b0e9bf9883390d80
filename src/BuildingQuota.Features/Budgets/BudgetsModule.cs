using BuildingQuota.Domain.Budgets;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Features.Budgets;

/// <summary>The open year: its budget, its standing, what it will come to, and who is to be warned.</summary>
public static class BudgetsModule
{
    public static IServiceCollection AddBudgets(this IServiceCollection services, BudgetRules rules) => services
        .AddSingleton(rules)
        .AddSingleton<ForecastYear>().AddScoped<ReadForecastTrace>()
        .AddScoped<FindWarnings>().AddScoped<ShowBudget>();
}
