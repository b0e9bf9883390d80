using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Features.Planning;

/// <summary>What bureaus do under a plan: orders for a year, bases frozen again, barometer issues. Scores come with the evaluation.</summary>
public static class PlanningModule
{
    public static IServiceCollection AddPlanning(this IServiceCollection services) => services
        .AddScoped<OrderYear>().AddScoped<WithdrawOrder>()
        .AddScoped<RefreezeBases>()
        .AddScoped<IssueBarometer>();
}
