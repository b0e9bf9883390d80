using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Imports;

namespace BuildingQuota.Web.Pages.Imports;

/// <summary>Takes one upload after the other and imports it as its owner, within what the owner may see.</summary>
public sealed class UploadWorker(WaitingUploads queue, IServiceScopeFactory scopes, ILogger<UploadWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var upload in queue.Waiting.ReadAllAsync(stoppingToken)) await Take(upload, stoppingToken);
    }

    private async Task Take(Upload upload, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var db = services.GetRequiredService<QuotaDb>();
            services.GetRequiredService<CurrentScope>().Use(await db.ScopeOf(upload.Owner, stop));
            services.GetRequiredService<CurrentPerson>().Use(upload.Owner);
            upload.Report = await services.GetRequiredService<ImportFiles>().Run(upload.Request, new Latest(upload), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            upload.Failure = "imports.stopped";
        }
        catch (Exception failure) // the worker outlives whatever one upload does; the log keeps the reason
        {
            log.LogError(failure, "Upload {Upload} broke", upload.Id);
            upload.Failure = "imports.broke";
        }
    }

    /// <summary>Keeps the last word only, on the thread that says it.</summary>
    private sealed class Latest(Upload upload) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => upload.Progress = value;
    }
}
