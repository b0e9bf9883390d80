using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Web.Hosting.Start;
using Quartz;

namespace BuildingQuota.Web.Jobs;

/// <summary>
/// Every night: evaluates everything, whatever was marked; the net under <see cref="EvaluateChanged"/>. Then forecasts the open year. Only
/// what comes out differently is stored.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class EvaluateNightly(EvaluateYears evaluate, ForecastYear forecast, StartState start, ILogger<EvaluateNightly> log) : IJob
{
    public const string Name = "evaluate-nightly";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await start.Ready.WaitAsync(cancellationToken);
        var progress = new JobProgress<EvaluationProgress>(context, done => (done.Done, done.Total, "institutions"));
        var summary = await evaluate.Run(new EvaluateRequest(), progress, cancellationToken);
        log.Report(summary);
        log.Report(await forecast.Run(progress, cancellationToken));
    }
}

/// <summary>Evaluates what imports have left stale, and forecasts it anew, it alone; started by <see cref="StaleWatch"/>.</summary>
[DisallowConcurrentExecution]
internal sealed class EvaluateChanged(EvaluateYears evaluate, ForecastYear forecast, StartState start, ILogger<EvaluateChanged> log) : IJob
{
    public const string Name = "evaluate-changed";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await start.Ready.WaitAsync(cancellationToken);
        var progress = new JobProgress<EvaluationProgress>(context, done => (done.Done, done.Total, "institutions"));
        var summary = await evaluate.Run(new EvaluateRequest(OnlyStale: true), progress, cancellationToken);
        log.Report(summary);
        log.Report(await forecast.Run(summary.Evaluated, progress, cancellationToken));
    }
}

/// <summary>What a run tells in the log of its job.</summary>
internal static class EvaluationLog
{
    public static void Report(this ILogger log, EvaluationSummary summary)
    {
        log.LogInformation("{Institutions} institutions, years {Years}: {Changed} evaluations changed.",
            summary.Institutions, string.Join(", ", summary.Years), summary.Changed);
        foreach (var failure in summary.Failures)
            log.LogError("{Code}: {Institutions} could not be evaluated: {Message}", failure.RuleCode,
                string.Join(", ", failure.Institutions), failure.Message);
    }

    public static void Report(this ILogger log, ForecastSummary summary) =>
        log.LogInformation("{Year} as of {AsOf}: {Changed} of {Forecasts} forecasts changed.",
            summary.Year, summary.AsOf, summary.Changed, summary.Forecasts);
}
