using System.Runtime.CompilerServices;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Requests;

namespace BuildingQuota.OData.Querying;

/// <summary>Runs queries: asynchronously where the provider can (without naming it), within the time that a request may take.</summary>
internal static class RowReading
{
    /// <summary>The rows, started: the first is already there, or known not to be.</summary>
    public static async Task<StartedRows<T>> Start<T>(IQueryable<T> query, ODataRequest request)
    {
        var clock = CancellationTokenSource.CreateLinkedTokenSource(request.Stop);
        clock.CancelAfter(request.Model.Limits.QueryTime);
        var rows = Enumerate(query).GetAsyncEnumerator(clock.Token);
        var asked = request.Model.Clock.GetTimestamp();
        try
        {
            var any = await rows.MoveNextAsync();
            clock.CancelAfter(Timeout.InfiniteTimeSpan);
            request.Cost.Took(request.Model.Clock.GetElapsedTime(asked));
            return new(rows, any, clock, request.Cost);
        }
        catch (Exception failure)
        {
            var late = clock.IsCancellationRequested && !request.Stop.IsCancellationRequested;
            await rows.DisposeAsync();
            clock.Dispose();
            if (late) throw Failures.Timeout();
            if (failure is OperationCanceledException || !request.Stop.IsCancellationRequested) throw;
            throw new OperationCanceledException(failure.Message, failure, request.Stop);
        }
    }

    public static async Task<T?> First<T>(IQueryable<T> query, ODataRequest request)
    {
        await using var rows = await Start(query, request);
        return rows.HasRow ? rows.Current : default;
    }

    /// <summary>One COUNT in the database; grouped by a constant, since a plain Count() has no asynchronous form in LINQ.</summary>
    public static async Task<long> Count<T>(IQueryable<T> query, ODataRequest request) =>
        await First(query.GroupBy(_ => 1).Select(group => group.LongCount()), request);

    private static IAsyncEnumerable<T> Enumerate<T>(IQueryable<T> query) => query as IAsyncEnumerable<T> ?? InMemory(query);

    private static async IAsyncEnumerable<T> InMemory<T>(IQueryable<T> query, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await Task.CompletedTask;
        foreach (var row in query)
        {
            stop.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}

/// <summary>Rows one after the other; <see cref="HasRow"/> and <see cref="Current"/> speak of the one at hand.</summary>
internal interface IRowFlow<out T>
{
    bool HasRow { get; }
    T Current { get; }
    ValueTask Next();
}

/// <summary>Rows that are there already.</summary>
internal sealed class ReadRows<T>(IReadOnlyList<T> rows) : IRowFlow<T>
{
    private int _at;

    public bool HasRow => _at < rows.Count;
    public T Current => rows[_at];

    public ValueTask Next()
    {
        _at++;
        return ValueTask.CompletedTask;
    }
}

/// <summary>Rows on their way from the database.</summary>
internal sealed class StartedRows<T>(IAsyncEnumerator<T> rows, bool any, CancellationTokenSource clock, RequestCost cost)
    : IRowFlow<T>, IAsyncDisposable
{
    public bool HasRow { get; private set; } = any;
    public T Current => rows.Current;

    public async ValueTask Next()
    {
        cost.Read();
        HasRow = await rows.MoveNextAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await rows.DisposeAsync();
        clock.Dispose();
    }
}
