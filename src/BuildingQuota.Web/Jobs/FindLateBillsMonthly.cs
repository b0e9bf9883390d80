using BuildingQuota.Features.Metering;
using BuildingQuota.Web.Hosting.Start;
using Quartz;

namespace BuildingQuota.Web.Jobs;

/// <summary>Once a month: which meters should have had a bill by now? The finding goes into the audit trail of each region.</summary>
[DisallowConcurrentExecution]
internal sealed class FindLateBillsMonthly(FindLateBills find, StartState start, ILogger<FindLateBillsMonthly> log) : IJob
{
    public const string Name = "late-bills-monthly";
    private const int Shown = 20;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await start.Ready.WaitAsync(cancellationToken);
        var late = await find.Run(cancellationToken);
        log.LogInformation("{Count} meters are late with their bills.", late.Count);
        foreach (var meter in late.Take(Shown))
            log.LogInformation("{Meter} of {Institution}: covered until {Until}, usually billed every {Days} days.",
                meter.MeterCode, meter.InstitutionCode, meter.CoveredUntil, meter.RhythmDays);
    }
}
