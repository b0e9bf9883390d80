using BuildingQuota.Domain.Rules;
using Quartz;
using Quartz.Extensibility;

namespace BuildingQuota.Web.Jobs;

/// <summary>What became of a job's last run.</summary>
public enum JobOutcome { NeverRan, Succeeded, Failed, Cancelled, Skipped }

/// <summary>A job as an administrator sees it. Log: the last lines of the last run; Progress: percent, while it runs.</summary>
public sealed record JobState(string Name)
{
    public DateTimeOffset? LastRun { get; init; }

    public TimeSpan? LastDuration { get; init; }

    public JobOutcome Outcome { get; init; }

    public string? Failure { get; init; }

    public string Log { get; init; } = "";

    public DateTimeOffset? NextRun { get; init; }

    public bool IsRunning { get; init; }

    public int? Progress { get; init; }

    public string? ProgressMessage { get; init; }
}

/// <summary>The jobs, how they did, when they run next; and running one now.</summary>
public sealed class JobOverview(ISchedulerFactory schedulers, IExecutionHistoryStore history)
{
    private const int TailLines = 30;

    public async Task<IReadOnlyList<JobState>> Run(CancellationToken stop)
    {
        var scheduler = await schedulers.GetScheduler(stop);
        var jobs = await scheduler.QueryJobs(new JobQuery(), stop);
        var states = new List<JobState>();
        foreach (var key in jobs.Items.Select(job => job.Key).OrderBy(key => key.Name, StringComparer.Ordinal))
            states.Add(await StateOf(scheduler, key, stop));
        return states;
    }

    /// <summary>Starts the job at once, on whichever node is free; returns before it has ended.</summary>
    public async Task RunNow(string name, CancellationToken stop)
    {
        var scheduler = await schedulers.GetScheduler(stop);
        var key = new JobKey(name);
        if (!await scheduler.Exists(key, stop)) throw new RuleBrokenException("job.unknown", $"There is no job '{name}'.");
        await scheduler.TriggerJob(key, null, stop);
    }

    private async Task<JobState> StateOf(IScheduler scheduler, JobKey key, CancellationToken stop)
    {
        var triggers = await scheduler.QueryTriggers(new TriggerQuery { Job = key }, stop);
        var runs = (await scheduler.QueryFireInstances(new FireInstanceQuery { Job = key }, stop)).Items;
        var running = runs.Count > 0 ? runs[0] : null;
        var last = await history.GetJobRunStatus(JobsSetup.Scheduler, key, stop);
        var entry = last?.LastEntryId is { } id ? await history.GetExecution(JobsSetup.Scheduler, id, stop) : null;
        return new JobState(key.Name)
        {
            LastRun = last?.LastFiredAtUtc,
            LastDuration = last?.LastDuration,
            Outcome = OutcomeOf(last),
            Failure = last?.LastResult == JobRunResult.Failed ? last.LastFailureMessage : null,
            Log = TailOf(entry?.Log),
            NextRun = triggers.Items.Min(trigger => trigger.NextFireTimeUtc),
            IsRunning = running is not null,
            Progress = running?.Progress,
            ProgressMessage = running?.ProgressMessage,
        };
    }

    private static JobOutcome OutcomeOf(JobRunStatus? last) => last?.LastResult switch
    {
        null => JobOutcome.NeverRan,
        JobRunResult.Succeeded => JobOutcome.Succeeded,
        JobRunResult.Cancelled => JobOutcome.Cancelled,
        JobRunResult.Skipped => JobOutcome.Skipped,
        _ => JobOutcome.Failed,
    };

    private static string TailOf(string? log) => string.Join('\n', (log ?? "").Split('\n').TakeLast(TailLines));
}
