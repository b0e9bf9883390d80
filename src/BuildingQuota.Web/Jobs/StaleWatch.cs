using BuildingQuota.Data;
using BuildingQuota.Data.Storage;
using BuildingQuota.Domain.Access;
using BuildingQuota.Web.Hosting.Start;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Web.Jobs;

/// <summary>
/// Looks now and then whether a change, by whichever program, has left something to be evaluated again, and starts the job. A mark that
/// a run could not answer does not start another: the nightly run tries again. While a run is under way it waits: most marks are that
/// run's own, and go with it.
/// </summary>
internal sealed class StaleWatch(
    QuotaDbFactory databases, StartState start, IServiceScopeFactory scopes, ILogger<StaleWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private long _seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (start.IsReady) await Look(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Marks of what is to be evaluated again could not be read; they are looked at again soon.");
            }
        }
    }

    private async Task Look(CancellationToken stop)
    {
        if (await Newest(stop) is not { } newest || newest <= _seen) return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobOverview>().RunNow(EvaluateChanged.Name, stop);
        _seen = newest;
    }

    /// <summary>Null without a mark, or while a run is under way.</summary>
    private async Task<long?> Newest(CancellationToken stop)
    {
        await using var db = databases.Create(AccessScope.Everything);
        return await Lease.Evaluating.IsTaken(db, stop) ? null : await db.StaleYears.MaxAsync(mark => (long?)mark.Id, stop);
    }
}
