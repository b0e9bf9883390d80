using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using BuildingQuota.Data;
using BuildingQuota.Data.Storage;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations.Replaying;
using BuildingQuota.Features.Planning;

namespace BuildingQuota.Features.Evaluations;

/// <summary>A batch after it was computed: what came out differently from what is stored, and who could not be evaluated.</summary>
internal sealed record EvaluatedBatch(IReadOnlyList<CommunityWork> Work, DateTimeOffset ReadAt)
{
    public List<Finished> Changed { get; } = [];

    /// <summary>Also of evaluations that came out as they were: an earlier run may not have frozen what it used.</summary>
    public List<BaseUse> Bases { get; } = [];

    public List<FailedEvaluation> Failures { get; } = [];

    public IEnumerable<string> Institutions => Work.SelectMany(work => work.Institutions);
}

/// <summary>
/// Batches are read and computed by as many workers as there are processors, each with its own connection, and written by one writer
/// as they come. Few batches are in memory at a time, whatever the region's size (decision 0009).
/// </summary>
internal sealed class EvaluationPipeline(QuotaDbFactory databases, EvaluationRun run)
{
    private const int Waiting = 2;

    public async IAsyncEnumerable<EvaluatedBatch> Run(
        IReadOnlyList<CommunityWork[]> batches, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var open = new ConcurrentQueue<CommunityWork[]>(batches);
        var done = Channel.CreateBounded<EvaluatedBatch>(Waiting);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var workers = Enumerable.Range(0, Math.Min(batches.Count, Environment.ProcessorCount))
            .Select(_ => Task.Run(() => Work(open, done.Writer, ending.Token), ending.Token)).ToArray();
        _ = Task.WhenAll(workers).ContinueWith(all => done.Writer.Complete(all.Exception?.GetBaseException()), TaskScheduler.Default);
        try
        {
            await foreach (var batch in done.Reader.ReadAllAsync(stop)) yield return batch;
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAny(Task.WhenAll(workers));
        }
    }

    private async Task Work(ConcurrentQueue<CommunityWork[]> open, ChannelWriter<EvaluatedBatch> done, CancellationToken stop)
    {
        await using var db = databases.Create(AccessScope.Everything);
        while (open.TryDequeue(out var batch)) await done.WriteAsync(await Evaluate(db, batch, stop), stop);
    }

    private async Task<EvaluatedBatch> Evaluate(QuotaDb db, CommunityWork[] batch, CancellationToken stop)
    {
        var since = Stopwatch.GetTimestamp();
        IReadOnlyList<CommunityRecords> records;
        Dictionary<(string Code, int Year), StoredEvaluation> stored;
        await using (await db.BeginSnapshot(stop))
        {
            records = await new CommunityReader(db).Read(batch, stop);
            stored = await db.StoredEvaluations(SubjectKind.Institution, [.. batch.SelectMany(work => work.Institutions)], stop);
        }

        run.Times.AddRead(ref since);
        var done = new EvaluatedBatch(batch, run.Clock.GetUtcNow());
        for (var i = 0; i < batch.Length; i++)
        {
            try
            {
                var years = Years(records[i], batch[i].FromYear);
                run.Times.AddCompute(ref since);
                var frozen = new Lazy<FrozenCommunities>(() => new FrozenCommunities(records[i], run.Reference.Value, run.Rules));
                done.Changed.AddRange(years.Select(year => Finish(year, frozen, stored)).OfType<Finished>());
                if (run.FreezesBases)
                    done.Bases.AddRange(years.SelectMany(year => BaseUse.Of(year.Done.Subjects[0].Subject, year.Done.Institution.Code, year.Done.Verdicts)));
                run.Times.AddProve(ref since);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                done.Changed.RemoveAll(one => batch[i].Institutions.Contains(one.InstitutionCode));
                done.Failures.Add(FailedEvaluation.Of(batch[i].Institutions, broken));
            }
        }

        return done;
    }

    /// <summary>Every year in turn, because a year's plan path reads the years before; those from the asked one on are given back.</summary>
    private List<(InstitutionYear Done, WatchedHistory History)> Years(CommunityRecords records, int fromYear)
    {
        var community = new Community(records, run.Book.Conversions);
        var evaluator = new YearEvaluator(run.Book, run.Rules);
        var actuals = new Dictionary<(Subject, Indicator, int), decimal?>();
        var years = new List<(InstitutionYear, WatchedHistory)>();
        foreach (var year in run.Years)
        {
            var history = new WatchedHistory((s, i, y) => actuals.GetValueOrDefault((s, i, y)));
            foreach (var done in evaluator.Evaluate(community, year, year < run.ThisYear, history.Find))
            {
                foreach (var verdict in done.Verdicts) actuals[(verdict.Subject, verdict.Definition.Indicator, year)] = verdict.PlanActual;
                if (year >= fromYear) years.Add((done, history));
            }
        }

        return years;
    }

    /// <summary>Null when it is stored just so.</summary>
    private Finished? Finish(
        (InstitutionYear Done, WatchedHistory History) one, Lazy<FrozenCommunities> frozen, Dictionary<(string, int), StoredEvaluation> stored)
    {
        var (year, code) = (one.Done.Year, one.Done.Institution.Code);
        var sheet = ProofSheet.Of(one.Done, run.Book);
        var before = stored.GetValueOrDefault((code, year));
        if (before?.Hash == sheet.Hash) return null;
        return new(one.Done.Subjects[0].Subject, code, one.Done.Institution.RegionCode, year)
        {
            Hash = sheet.Hash, Trace = sheet.Compressed(), Inputs = frozen.Value.Of(code, year, year < run.ThisYear, one.History).ToRow(),
            Verdicts = one.Done.Verdicts, Rows = one.Done.Rows, Supersedes = before?.Id,
        };
    }
}
