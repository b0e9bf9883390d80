using BuildingQuota.Data.Storage;
using BuildingQuota.Web.Hosting;
using Quartz;

namespace BuildingQuota.Web.Jobs;

/// <summary>What runs on a clock, and when. Kept in a store that outlives the process: a run that was missed is made up for.</summary>
public static class JobsSetup
{
    internal const string Scheduler = "BuildingQuota";
    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static IServiceCollection AddQuotaJobs(this IServiceCollection services, BuildingQuotaSettings settings)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => (options.InstanceName, options.InstanceId) = (Scheduler, NodeName));
            quartz.UseDefaultTimeZone(China);
            quartz.UseExecutionLogCapture().AddJobLogScope();
            quartz.UsePersistentStore(store => Store(store, settings));
            Schedule<EvaluateNightly>(quartz, EvaluateNightly.Name, "0 0 2 * * ?");
            quartz.AddJob<EvaluateChanged>(job => job.WithIdentity(EvaluateChanged.Name).StoreDurably());
            Schedule<FindLateBillsMonthly>(quartz, FindLateBillsMonthly.Name, "0 30 2 5 * ?");
        });
        services.AddQuartzExecutionHistory();
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<StaleWatch>();
        return services.AddScoped<JobOverview>();
    }

    /// <summary>Distinct for each node of a cluster.</summary>
    private static string NodeName => $"{Environment.MachineName}-{Environment.ProcessId}";

    private static void Store(IPersistentStoreBuilder store, BuildingQuotaSettings settings)
    {
        store.ProvisionSchema().UseExecutionHistory();
        if (settings.OnPostgres)
        {
            store.UsePostgres(DatabaseDrivers.Postgres, settings.Connection);
            store.UseClustering();
        }
        else
        {
            Directory.CreateDirectory(settings.DataPath);
            store.UseSqlite(DatabaseDrivers.Sqlite, $"Data Source={Path.Combine(settings.DataPath, "quartz.db")};Default Timeout=30");
        }
    }

    private static void Schedule<TJob>(IQuartzBuilder quartz, string name, string cron) where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(name).StoreDurably());
        quartz.AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name)
            .WithCronSchedule(cron, schedule => schedule.WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
    }
}
