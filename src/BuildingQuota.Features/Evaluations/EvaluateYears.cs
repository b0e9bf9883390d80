using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations.Replaying;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>One year, or with none every year that has bills.</summary>
public sealed record EvaluateRequest(int? Year = null);

/// <summary>Institutions done of all.</summary>
public sealed record EvaluationProgress(int Done, int Total);

/// <summary>What a run came to. <see cref="Changed"/> counts the evaluations whose inputs or results were new; the rest stands as it was.</summary>
public sealed record EvaluationSummary(IReadOnlyList<int> Years, int Institutions, int Evaluations, int Changed);

/// <summary>
/// Evaluates institutions, their buildings and the regions above them. An evaluation is stored only when it differs from the current
/// one, so running it again changes nothing. Years that are not over get monthly facts and no verdicts.
/// </summary>
public sealed class EvaluateYears(QuotaDbFactory databases, TimeProvider clock)
{
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    public async Task<EvaluationSummary> Run(EvaluateRequest request, IProgress<EvaluationProgress>? progress, CancellationToken stop)
    {
        await using var db = databases.Create(AccessScope.Everything);
        var book = await ReferenceBookReader.Read(db, stop);
        var years = await BilledYears(db, stop);
        var asked = request.Year is { } year ? years.Where(y => y == year).ToArray() : years;
        if (asked.Length == 0) return new EvaluationSummary([], 0, 0, 0);

        var run = new EvaluationRun(book, new EvaluationRules(), years, asked, clock.GetUtcNow(), ThisYear);
        var reader = new CommunityReader(db);
        var batches = await reader.Batches(stop);
        var total = batches.Sum(batch => batch.Length);
        int done = 0, changed = 0;
        foreach (var batch in batches)
        {
            changed += await EvaluateBatch(db, run, await reader.Read(batch, stop), stop);
            progress?.Report(new EvaluationProgress(done += batch.Length, total));
        }

        changed += await new RegionEvaluations(db, run).Write(stop);
        return new EvaluationSummary(asked, total, total * asked.Length, changed);
    }

    private int ThisYear => clock.GetUtcNow().ToOffset(ChinaOffset).Year;

    private static async Task<int> EvaluateBatch(QuotaDb db, EvaluationRun run, CommunityRecords records, CancellationToken stop)
    {
        var community = new Community(records, run.Book.Conversions);
        var evaluator = new YearEvaluator(run.Book, run.Rules);
        var frozen = new FrozenCommunities(records, run.Reference.Value, run.Rules);
        var actuals = new Dictionary<(Subject, Indicator, int), decimal?>();
        var asked = new List<Finished>();
        foreach (var year in run.Years)
        {
            var closed = year < run.ThisYear;
            var history = new WatchedHistory((s, i, y) => actuals.GetValueOrDefault((s, i, y)));
            foreach (var done in evaluator.Evaluate(community, year, closed, history.Find))
            {
                foreach (var verdict in done.Verdicts) actuals[(verdict.Subject, verdict.Definition.Indicator, year)] = verdict.PlanActual;
                if (run.Asked.Contains(year)) asked.Add(Finish(done, run, () => frozen.Of(done.Institution.Code, year, closed, history)));
            }
        }

        return await new EvaluationStore(db, run).Keep(asked, stop);
    }

    private static Finished Finish(InstitutionYear year, EvaluationRun run, Func<FrozenDocument> inputs) =>
        new(year.Subjects[0].Subject, year.Institution.Code, year.Institution.RegionCode, year.Year)
        {
            Sheet = ProofSheet.Of(year, run.Book), Inputs = inputs, Verdicts = year.Verdicts, Rows = year.Rows,
        };

    /// <summary>From the first to the last year that a live bill has a day in, and every year that was evaluated before.</summary>
    private static async Task<int[]> BilledYears(QuotaDb db, CancellationToken stop)
    {
        var live = db.Bills.Where(bill => bill.State == BillState.Live);
        var first = await live.MinAsync(bill => (DateOnly?)bill.PeriodStart, stop);
        var last = await live.MaxAsync(bill => (DateOnly?)bill.PeriodEnd, stop);
        var known = await db.Evaluations.Where(evaluation => evaluation.IsCurrent).Select(evaluation => evaluation.Year).Distinct().ToListAsync(stop);
        var billed = first is { } from && last is { } until ? Enumerable.Range(from.Year, until.AddDays(-1).Year - from.Year + 1) : [];
        return [.. billed.Union(known).Order()];
    }
}

/// <summary>What stays the same through one run. <see cref="Years"/> are computed for their actuals, <see cref="Asked"/> are stored.</summary>
internal sealed record EvaluationRun(
    ReferenceBook Book, EvaluationRules Rules, IReadOnlyList<int> Years, IReadOnlyList<int> Asked, DateTimeOffset Now, int ThisYear)
{
    public Lazy<FrozenReference> Reference { get; } = new(() => new FrozenReference(Book));
}
