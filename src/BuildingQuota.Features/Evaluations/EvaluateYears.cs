using System.Diagnostics;
using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Evaluations;
using BuildingQuota.Data.Storage;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>
/// Every year that has bills; or a year with those after it, whose targets and bounds read it; or only what a change has left stale
/// (docs/rules/what-is-evaluated-again.md).
/// </summary>
public sealed record EvaluateRequest(int? Year = null, bool OnlyStale = false);

/// <summary>Institutions done of all.</summary>
public sealed record EvaluationProgress(int Done, int Total);

/// <summary>What a run came to. <see cref="Changed"/> counts the evaluations whose inputs or results were new; the rest stands as it was.</summary>
public sealed record EvaluationSummary(IReadOnlyList<int> Years, int Institutions, int Evaluations, int Changed)
{
    public IReadOnlyList<FailedEvaluation> Failures { get; init; } = [];

    public EvaluationTimes Times { get; init; } = new();
}

/// <summary>
/// Evaluates institutions, their buildings and the regions above them. An evaluation is stored only when it differs from the current
/// one, so running it again changes nothing. Years that are not over get monthly facts and no verdicts. One run at a time: another
/// waits. What cannot be evaluated is told and stays marked, and the others go on.
/// </summary>
public sealed class EvaluateYears(QuotaDbFactory databases, TimeProvider clock)
{
    private const int FewInstitutions = 500;
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    public async Task<EvaluationSummary> Run(EvaluateRequest request, IProgress<EvaluationProgress>? progress, CancellationToken stop)
    {
        var since = Stopwatch.GetTimestamp();
        await using var db = databases.Create(AccessScope.Everything);
        await using var lease = await Lease.Evaluating.Take(db, stop);
        var marks = await db.StaleYears.AsNoTracking().ToListAsync(stop);
        var years = await BilledYears(db, stop);
        if (years.Length == 0 || (request.Year is { } only && !years.Contains(only)) || (request.OnlyStale && marks.Count == 0))
            return new EvaluationSummary([], 0, 0, 0);

        var finder = new EvaluationWork(db);
        var from = request.Year ?? StaleMark.EveryYear;
        var work = request.OnlyStale ? await finder.Touched(marks, stop) : await finder.Everybody(from, stop);
        var now = clock.GetUtcNow();
        var run = new EvaluationRun(await Book(db, work, stop), new EvaluationRules(), years, now, now.ToOffset(ChinaOffset).Year)
        {
            LastMark = marks.Count == 0 ? 0 : marks.Max(mark => mark.Id), FromYear = from,
        };
        var summary = await Institutions(db, run, work, progress, stop);
        var regions = Stopwatch.GetTimestamp();
        var sums = await Regions(db, run, YearOfAllRegions(request, marks), stop);
        (run.Times.Regions, run.Times.Whole) = (Stopwatch.GetElapsedTime(regions), Stopwatch.GetElapsedTime(since));
        return summary with { Changed = summary.Changed + sums };
    }

    /// <summary>What is decided for a whole subtree (an order, a rule set) may bind its regions too.</summary>
    private static int? YearOfAllRegions(EvaluateRequest request, List<StaleYear> marks) => request.OnlyStale
        ? marks.Where(mark => mark.IncludesBelow).Min(mark => (int?)mark.FromYear)
        : request.Year ?? StaleMark.EveryYear;

    private static Task<ReferenceBook> Book(QuotaDb db, IReadOnlyList<CommunityWork> work, CancellationToken stop)
    {
        var codes = work.SelectMany(community => community.Institutions).ToArray();
        return codes.Length > FewInstitutions ? ReferenceBookReader.Read(db, stop) : ReferenceBookReader.ReadFor(db, codes, stop);
    }

    private async Task<EvaluationSummary> Institutions(
        QuotaDb db, EvaluationRun run, IReadOnlyList<CommunityWork> work, IProgress<EvaluationProgress>? progress, CancellationToken stop)
    {
        var (done, changed, failures) = (0, 0, new List<FailedEvaluation>());
        var total = work.Sum(community => community.Institutions.Count);
        await foreach (var batch in new EvaluationPipeline(databases, run).Run(EvaluationWork.Batches(work), stop))
        {
            var since = Stopwatch.GetTimestamp();
            await Keep(db, run, batch, stop);
            run.Times.AddWrite(ref since);
            changed += batch.Changed.Count;
            failures.AddRange(batch.Failures);
            progress?.Report(new EvaluationProgress(done += batch.Institutions.Count(), total));
        }

        var stored = work.Sum(community => community.Institutions.Count * run.Years.Count(year => year >= community.FromYear));
        var first = work.Count == 0 ? int.MaxValue : work.Min(community => community.FromYear);
        return new EvaluationSummary([.. run.Years.Where(year => year >= first)], total, stored, changed) { Failures = failures, Times = run.Times };
    }

    /// <summary>Their marks are read first, then anew what is published: a mark that is answered has been seen, whenever it came.</summary>
    private static async Task<int> Regions(QuotaDb db, EvaluationRun run, int? fromYear, CancellationToken stop)
    {
        var marks = await db.StaleYears.AsNoTracking().Where(mark => mark.SubjectKind == SubjectKind.Region && !mark.IncludesBelow).ToListAsync(stop);
        if (fromYear is null && marks.Count == 0) return 0;
        return await new RegionEvaluations(db, run.With(await ReferenceBookReader.ReadFor(db, [], stop))).Write(marks, fromYear, stop);
    }

    /// <summary>In one transaction: the results, the marks that they answer, and the marks of the regions whose sums they move.</summary>
    private static async Task Keep(QuotaDb db, EvaluationRun run, EvaluatedBatch batch, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await new EvaluationStore(db, run).Keep(batch.Changed, stop);
        var failed = batch.Failures.SelectMany(failure => failure.Institutions).ToHashSet();
        var answered = batch.Institutions.Where(code => !failed.Contains(code)).ToArray();
        await db.StaleYears
            .Where(mark => mark.SubjectKind == SubjectKind.Institution && answered.Contains(mark.SubjectCode)
                && mark.Id <= run.LastMark && mark.FromYear >= run.FromYear)
            .ExecuteDeleteAsync(stop);
        await db.MarkStale(
            [
                .. await Unanswered(db, batch, failed, stop),
                .. batch.Changed.Where(one => one.Year < run.ThisYear).Select(one => StaleMark.Sums(one.RegionCode, one.Year)),
            ], run.Now, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Who failed stays marked from the year that was asked, whatever mark asked for it.</summary>
    private static async Task<IEnumerable<StaleMark>> Unanswered(QuotaDb db, EvaluatedBatch batch, HashSet<string> failed, CancellationToken stop)
    {
        if (failed.Count == 0) return [];
        var marked = await db.StaleYears.Where(mark => mark.SubjectKind == SubjectKind.Institution && failed.Contains(mark.SubjectCode))
            .Select(mark => new { mark.SubjectCode, mark.FromYear }).ToListAsync(stop);
        return batch.Work.SelectMany(work => work.Institutions.Select(code => StaleMark.Institution(code, work.FromYear)))
            .Where(asked => failed.Contains(asked.Code) && !marked.Exists(mark => mark.SubjectCode == asked.Code && mark.FromYear <= asked.FromYear));
    }

    /// <summary>From the first to the last year that a bill has a day in.</summary>
    private static async Task<int[]> BilledYears(QuotaDb db, CancellationToken stop)
    {
        var years = await db.BilledYears.Select(billed => billed.Year).ToListAsync(stop);
        return years.Count == 0 ? [] : [.. Enumerable.Range(years.Min(), years.Max() - years.Min() + 1)];
    }
}
