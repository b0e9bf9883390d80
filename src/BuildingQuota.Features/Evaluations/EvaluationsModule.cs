using BuildingQuota.Features.Evaluations.Replaying;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Features.Evaluations;

/// <summary>From bills to verdicts: the run, and the reading of its proof.</summary>
public static class EvaluationsModule
{
    public static IServiceCollection AddEvaluations(this IServiceCollection services) => services
        .AddScoped<EvaluateYears>()
        .AddScoped<ReplayEvaluation>()
        .AddScoped<ReadTrace>();
}
