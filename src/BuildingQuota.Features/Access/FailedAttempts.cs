using System.Collections.Concurrent;

namespace BuildingQuota.Features.Access;

/// <summary>
/// Slows down whoever guesses a key: from the fifth failure on, each doubles the pause, up to five minutes. Counted for a key and an
/// address together, so that nobody can lock out the key's owner from elsewhere.
/// </summary>
public sealed class FailedAttempts(TimeProvider clock)
{
    private const int Free = 5;
    private const int Remembered = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<(string Key, string Address), Failures> _failures = new();

    /// <summary>How long to wait before the next try; zero when it may come now.</summary>
    public TimeSpan PauseFor(string key, string address)
    {
        if (!_failures.TryGetValue((key, address), out var failures)) return TimeSpan.Zero;
        var pause = failures.PauseUntil - clock.GetUtcNow();
        return pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
    }

    public void Failed(string key, string address)
    {
        if (_failures.Count >= Remembered) Forget();
        _failures.AddOrUpdate((key, address), _ => Next(0), (_, before) => Next(before.Count));
    }

    public void Succeeded(string key, string address) => _failures.TryRemove((key, address), out _);

    private Failures Next(int before)
    {
        var count = before + 1;
        var seconds = count < Free ? 0 : Math.Min(Longest.TotalSeconds, Math.Pow(2, count - Free + 1));
        return new Failures(count, clock.GetUtcNow().AddSeconds(seconds));
    }

    private void Forget()
    {
        var old = clock.GetUtcNow() - Longest;
        foreach (var (who, failures) in _failures)
            if (failures.PauseUntil < old || _failures.Count > 2 * Remembered) _failures.TryRemove(who, out _);
    }

    private sealed record Failures(int Count, DateTimeOffset PauseUntil);
}
