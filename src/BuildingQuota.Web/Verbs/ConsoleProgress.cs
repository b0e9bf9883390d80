namespace BuildingQuota.Web.Verbs;

/// <summary>One line on the error output that is written over: the output is for the result. Silent when nobody watches.</summary>
internal sealed class ConsoleProgress<T>(Func<T, string> say) : IProgress<T>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Lock _gate = new();
    private long _last;

    public void Report(T value)
    {
        if (Console.IsErrorRedirected) return;
        lock (_gate)
        {
            if (_last != 0 && TimeProvider.System.GetElapsedTime(_last) < Pause) return;
            _last = TimeProvider.System.GetTimestamp();
            Console.Error.Write($"\r{say(value)}\u001b[K");
        }
    }
}
