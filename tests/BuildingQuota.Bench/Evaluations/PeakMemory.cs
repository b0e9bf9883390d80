using System.Diagnostics;

namespace BuildingQuota.Bench.Evaluations;

/// <summary>The highest working set while it is open, looked at often: the process's own peak would tell of the filling too.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Process _process = Process.GetCurrentProcess();
    private readonly Timer _timer;
    private long _peak;

    public PeakMemory()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _timer = new Timer(_ => Look(), null, 0, 50);
    }

    public long Megabytes => _peak / (1024 * 1024);

    public void Dispose()
    {
        Look();
        _timer.Dispose();
    }

    private void Look()
    {
        lock (_process)
        {
            _process.Refresh();
            _peak = Math.Max(_peak, _process.WorkingSet64);
        }
    }
}
