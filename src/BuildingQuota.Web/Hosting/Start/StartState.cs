namespace BuildingQuota.Web.Hosting.Start;

/// <summary>How far the start is: pages and feeds wait for it, health tells it.</summary>
public sealed class StartState
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is being done now, for whoever asks in the meantime.</summary>
    public string Step { get; private set; } = "starting";

    public bool HasFailed { get; private set; }

    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>Ends when the start has ended, and throws what it threw.</summary>
    public Task Ready => _ready.Task;

    public void Now(string step) => Step = step;

    public void Done() => _ready.TrySetResult();

    public void Stopped() => _ready.TrySetCanceled();

    public void Failed(Exception failure)
    {
        HasFailed = true;
        _ready.TrySetException(failure);
        _ = _ready.Task.Exception;
    }
}
