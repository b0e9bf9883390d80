using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Web.Hosting.Start;
using Quartz;

namespace BuildingQuota.Web.Jobs;

/// <summary>Every night: evaluates what changed since, and forecasts the open year. Only what comes out differently is stored.</summary>
[DisallowConcurrentExecution]
internal sealed class EvaluateNightly(EvaluateYears evaluate, ForecastYear forecast, StartState start, ILogger<EvaluateNightly> log) : IJob
{
    public const string Name = "evaluate-nightly";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await start.Ready.WaitAsync(cancellationToken);
        var progress = new JobProgress<EvaluationProgress>(context, done => (done.Done, done.Total, "institutions"));
        var summary = await evaluate.Run(new EvaluateRequest(), progress, cancellationToken);
        log.LogInformation("{Institutions} institutions, years {Years}: {Changed} evaluations changed.",
            summary.Institutions, string.Join(", ", summary.Years), summary.Changed);
        var forecasts = await forecast.Run(progress, cancellationToken);
        log.LogInformation("{Year} as of {AsOf}: {Changed} of {Forecasts} forecasts changed.",
            forecasts.Year, forecasts.AsOf, forecasts.Changed, forecasts.Forecasts);
    }
}
