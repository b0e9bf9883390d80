using Quartz;

namespace BuildingQuota.Web.Jobs;

/// <summary>Passes a use case's progress on to the scheduler, in percent.</summary>
internal sealed class JobProgress<T>(IJobExecutionContext context, Func<T, (int Done, int Total, string Of)> read) : IProgress<T>
{
    public void Report(T value)
    {
        var (done, total, of) = read(value);
        if (total > 0) context.ReportProgress((int)(100L * done / total), $"{done} / {total} {of}");
    }
}
