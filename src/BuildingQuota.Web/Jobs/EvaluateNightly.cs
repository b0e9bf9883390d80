using BuildingQuota.Features.Evaluations;
using BuildingQuota.Web.Hosting.Start;
using Quartz;

namespace BuildingQuota.Web.Jobs;

/// <summary>Every night: evaluates what changed since. Only what comes out differently is stored.</summary>
[DisallowConcurrentExecution]
internal sealed class EvaluateNightly(EvaluateYears evaluate, StartState start, ILogger<EvaluateNightly> log) : IJob
{
    public const string Name = "evaluate-nightly";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await start.Ready.WaitAsync(cancellationToken);
        var progress = new JobProgress<EvaluationProgress>(context, done => (done.Done, done.Total, "institutions"));
        var summary = await evaluate.Run(new EvaluateRequest(), progress, cancellationToken);
        log.LogInformation("{Institutions} institutions, years {Years}: {Changed} evaluations changed.",
            summary.Institutions, string.Join(", ", summary.Years), summary.Changed);
    }
}
