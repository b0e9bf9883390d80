using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Web.Hosting.Start;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BuildingQuota.Web.Hosting;

/// <summary>For whoever watches the process: <c>/health/live</c> (it runs) and <c>/health/ready</c> (it can serve, or why not).</summary>
public static class Health
{
    private const string Ready = "ready";

    public static IServiceCollection AddQuotaHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<StartEnded>("start", tags: [Ready])
            .AddCheck<DatabaseCurrent>("database", tags: [Ready])
            .AddCheck<DiskHasSpace>("disk", tags: [Ready]);
        return services;
    }

    public static WebApplication MapQuotaHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", Options(_ => false)).AllowAnonymous();
        app.MapHealthChecks("/health/ready", Options(check => check.Tags.Contains(Ready))).AllowAnonymous();
        return app;
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> which) => new()
    {
        Predicate = which,
        ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? entry.Value.Status.ToString()),
        }),
    };

    private sealed class StartEnded(StartState state) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(state.IsReady ? HealthCheckResult.Healthy("ended") : HealthCheckResult.Unhealthy(state.Step));
    }

    private sealed class DatabaseCurrent(QuotaDbFactory databases) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = databases.Create(AccessScope.Nothing);
            if (!await db.Database.CanConnectAsync(cancellationToken)) return HealthCheckResult.Unhealthy("cannot be reached");
            var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
            return pending.Any() ? HealthCheckResult.Unhealthy("migrations are missing") : HealthCheckResult.Healthy("reachable, migrated");
        }
    }

    private sealed class DiskHasSpace(BuildingQuotaSettings settings) : IHealthCheck
    {
        private const long LeastBytes = 200L * 1024 * 1024;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var free = new DriveInfo(settings.DataPath).AvailableFreeSpace;
            var said = $"{free / 1024 / 1024} MB free";
            var result = free >= LeastBytes ? HealthCheckResult.Healthy(said) : HealthCheckResult.Unhealthy(said + ", too little");
            return Task.FromResult(result);
        }
    }
}
