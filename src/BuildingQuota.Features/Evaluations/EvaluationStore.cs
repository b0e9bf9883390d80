using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Evaluations;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Evaluations.Replaying;
using BuildingQuota.Features.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>An evaluation ready to be kept: whose, its proof sheet, its judged figures, and what it takes the place of.</summary>
internal sealed record Finished(Subject Subject, string? InstitutionCode, string RegionCode, int Year)
{
    /// <summary>Of the proof sheet.</summary>
    public required string Hash { get; init; }

    /// <summary>The proof sheet, compressed.</summary>
    public required byte[] Trace { get; init; }

    /// <summary>What it read; the institutions of a community share it.</summary>
    public required EvaluationInputs Inputs { get; init; }

    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>Monthly rows of an institution; none of a region.</summary>
    public IReadOnlyList<MonthlyUse> Rows { get; init; } = [];

    public required long? Supersedes { get; init; }
}

/// <summary>The evaluation that is current for a subject and year.</summary>
internal sealed record StoredEvaluation(long Id, string Hash);

/// <summary>Keeps what came out differently, in the caller's transaction: it takes the place of what was current.</summary>
internal sealed class EvaluationStore(QuotaDb db, EvaluationRun run)
{
    private readonly PlanStore _plans = new(db, run.Now);

    public async Task Keep(IReadOnlyList<Finished> changed, DateTimeOffset readAt, CancellationToken stop)
    {
        if (changed.Count == 0) return;
        await Supersede([.. changed.Select(one => one.Supersedes).OfType<long>()], stop);
        await db.KeepInputs(changed.Select(one => one.Inputs).Prepend(run.ReferenceInputs.Value), stop);
        var first = await db.TakeIds<Evaluation>(changed.Count, stop);
        await db.BulkInsert(changed.Select((one, i) => EvaluationRows.Evaluation(one, first + i, readAt)), stop);
        await InsertVerdicts(changed, first, stop);
        await _plans.Keep(changed, first, stop);
        await new MonthlyFactStore(db).Keep(changed, stop);
    }

    private async Task Supersede(long[] evaluations, CancellationToken stop)
    {
        if (evaluations.Length == 0) return;
        await db.BulkSet<Evaluation, long, bool>(e => e.IsCurrent, evaluations.Select(id => (id, false)), stop);
        await _plans.Supersede(evaluations, stop);
        foreach (var chunk in evaluations.Chunk(500))
        {
            await db.YearVerdicts.Where(v => chunk.Contains(v.EvaluationId) && v.IsCurrent)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.IsCurrent, false), stop);
        }
    }

    private async Task InsertVerdicts(IReadOnlyList<Finished> changed, long firstEvaluation, CancellationToken stop)
    {
        var id = await db.TakeIds<YearVerdict>(changed.Sum(one => one.Verdicts.Count), stop);
        var deciding = new List<(Verdict Verdict, YearVerdict Row)>();
        await db.BulkInsert(changed.SelectMany((one, i) => one.Verdicts.Select(verdict =>
        {
            var row = EvaluationRows.Verdict(one, verdict, id++, firstEvaluation + i, run);
            if (row.Sufficiency == Sufficiency.Undetermined && verdict.Counting.Count > 0) deciding.Add((verdict, row));
            return row;
        })), stop);
        await InsertDeciding(deciding, stop);
    }

    private async Task InsertDeciding(List<(Verdict Verdict, YearVerdict Row)> open, CancellationToken stop)
    {
        if (open.Count == 0) return;
        var id = await db.TakeIds<DecidingBill>(open.Sum(pair => pair.Verdict.Deciding.Count), stop);
        await db.BulkInsert(open.SelectMany(pair => DecidingRows.Of(pair.Verdict, pair.Row, () => id++)), stop);
    }
}

/// <summary>Reading of what is current.</summary>
internal static class CurrentEvaluations
{
    public static async Task<Dictionary<(string Code, int Year), StoredEvaluation>> StoredEvaluations(
        this QuotaDb db, SubjectKind kind, IReadOnlyCollection<string> codes, CancellationToken stop)
    {
        var rows = await db.Evaluations.Where(e => e.IsCurrent && e.SubjectKind == kind && codes.Contains(e.SubjectCode))
            .Select(e => new { e.SubjectCode, e.Year, e.Id, e.InputHash }).ToListAsync(stop);
        return rows.ToDictionary(row => (row.SubjectCode, row.Year), row => new StoredEvaluation(row.Id, row.InputHash));
    }
}
