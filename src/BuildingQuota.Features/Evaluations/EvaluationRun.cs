using System.Diagnostics;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Features.Evaluations.Replaying;

namespace BuildingQuota.Features.Evaluations;

/// <summary>What stays the same through one run. <see cref="Years"/> are all computed for their actuals; which are stored the work says.</summary>
internal sealed record EvaluationRun(ReferenceBook Book, EvaluationRules Rules, IReadOnlyList<int> Years, DateTimeOffset Now, int ThisYear)
{
    /// <summary>The marks that were there when the run began: only these may it take away.</summary>
    public required long LastMark { get; init; }

    /// <summary>Marks of earlier years stay when only later ones are asked for.</summary>
    public required int FromYear { get; init; }

    public EvaluationTimes Times { get; } = new();

    /// <summary>Everything published, as the frozen inputs of all evaluations point to it.</summary>
    public Lazy<FrozenReference> Reference { get; } = new(() => new FrozenReference(Book));

    public Lazy<EvaluationInputs> ReferenceInputs { get; } = new(() => new FrozenReference(Book).Document.ToRow());

    /// <summary>The same run with what is published by now.</summary>
    public EvaluationRun With(ReferenceBook book) => new(book, Rules, Years, Now, ThisYear) { LastMark = LastMark, FromYear = FromYear };
}

/// <summary>Where the time of a run went. Readers and the writer work at the same time, so the parts may add up to more than the whole.</summary>
public sealed class EvaluationTimes
{
    private readonly long[] _ticks = new long[4];

    public TimeSpan Read => Of(0);

    public TimeSpan Compute => Of(1);

    /// <summary>Proof sheets and their hashes.</summary>
    public TimeSpan Prove => Of(2);

    public TimeSpan Write => Of(3);

    /// <summary>Adding up the regions, all of it.</summary>
    public TimeSpan Regions { get; internal set; }

    public TimeSpan Whole { get; internal set; }

    internal void AddRead(ref long since) => Add(0, ref since);

    internal void AddCompute(ref long since) => Add(1, ref since);

    internal void AddProve(ref long since) => Add(2, ref since);

    internal void AddWrite(ref long since) => Add(3, ref since);

    private TimeSpan Of(int phase) => TimeSpan.FromTicks(Interlocked.Read(ref _ticks[phase]));

    private void Add(int phase, ref long since)
    {
        var now = Stopwatch.GetTimestamp();
        Interlocked.Add(ref _ticks[phase], Stopwatch.GetElapsedTime(since, now).Ticks);
        since = now;
    }
}
