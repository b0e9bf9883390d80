using System.Collections.Concurrent;

namespace BuildingQuota.OData;

/// <summary>
/// What each caller may have read in a while: a bucket that holds <paramref name="burst"/> rows and fills by
/// <paramref name="rowsPerSecond"/>. A request is admitted while anything is left and paid for when it is done, so that no single answer is
/// cut short, whatever it costs; the next one waits. Time in the database is paid for in rows too.
/// </summary>
public sealed class RowBudget(long burst, double rowsPerSecond, TimeProvider clock)
{
    private const int MostCallers = 10_000;
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>How long until the caller may ask again; null: now.</summary>
    public TimeSpan? Wait(string caller)
    {
        if (!_buckets.TryGetValue(caller, out var bucket)) return null;
        var left = Left(bucket);
        return left > 0 ? null : TimeSpan.FromSeconds(Math.Ceiling((1 - left) / rowsPerSecond));
    }

    public void Spend(string caller, double rows)
    {
        if (_buckets.Count > MostCallers) Forget();
        _buckets.AddOrUpdate(caller, _ => new(burst - rows, clock.GetTimestamp()),
            (_, bucket) => new(Left(bucket) - rows, clock.GetTimestamp()));
    }

    private double Left(Bucket bucket) =>
        Math.Min(burst, bucket.Left + (clock.GetElapsedTime(bucket.At).TotalSeconds * rowsPerSecond));

    /// <summary>A full bucket says no more than none.</summary>
    private void Forget()
    {
        foreach (var (caller, bucket) in _buckets)
            if (Left(bucket) >= burst) _buckets.TryRemove(caller, out _);
    }

    private sealed record Bucket(double Left, long At);
}
