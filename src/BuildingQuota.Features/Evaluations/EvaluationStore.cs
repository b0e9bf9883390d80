using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Evaluations.Replaying;
using BuildingQuota.Features.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>An evaluation ready to be kept: whose, its proof sheet, and its judged figures.</summary>
internal sealed record Finished(Subject Subject, string? InstitutionCode, string RegionCode, int Year)
{
    public required ProofSheet Sheet { get; init; }

    /// <summary>What it read; written only when it is kept.</summary>
    public required Func<FrozenDocument> Inputs { get; init; }

    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>Monthly rows of an institution; none of a region.</summary>
    public IReadOnlyList<MonthlyUse> Rows { get; init; } = [];
}

/// <summary>Keeps evaluations, a batch in one transaction: what did not change is left alone, what did takes the place of what was current.</summary>
internal sealed class EvaluationStore(QuotaDb db, EvaluationRun run)
{
    private readonly PlanStore _plans = new(db, run.Now);

    /// <summary>Returns how many evaluations were new.</summary>
    public async Task<int> Keep(IReadOnlyList<Finished> finished, CancellationToken stop)
    {
        if (finished.Count == 0) return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.TakeNumber("evaluation-batch", stop); // runs at the same time wait here for each other
        var current = await Current(finished, stop);
        var changed = finished.Where(one => current.GetValueOrDefault((one.Subject.Code, one.Year)).Hash != one.Sheet.Hash).ToArray();
        if (changed.Length == 0) return 0;

        var old = changed.Select(one => current.GetValueOrDefault((one.Subject.Code, one.Year)).Id).ToArray();
        await Supersede([.. old.Where(id => id != 0)], stop);
        var inputs = Array.ConvertAll(changed, one => one.Inputs());
        await db.KeepInputs(inputs.Prepend(run.Reference.Value.Document), stop);
        var first = await db.TakeIds<Evaluation>(changed.Length, stop);
        await db.BulkInsert(changed.Select((one, i) => EvaluationRows.Evaluation(
            one, new KeptAs(first + i, old[i] == 0 ? null : old[i], inputs[i].Hash), run.Now)), stop);
        await InsertVerdicts(changed, first, stop);
        await _plans.Keep(changed, first, stop);
        await ReplaceFacts(changed, stop);
        await transaction.CommitAsync(stop);
        return changed.Length;
    }

    private async Task<Dictionary<(string Code, int Year), (long Id, string Hash)>> Current(IReadOnlyList<Finished> finished, CancellationToken stop)
    {
        var kind = finished[0].Subject.Kind;
        var codes = finished.Select(one => one.Subject.Code).Distinct().ToArray();
        var rows = await db.Evaluations.Where(e => e.IsCurrent && e.SubjectKind == kind && codes.Contains(e.SubjectCode))
            .Select(e => new { e.SubjectCode, e.Year, e.Id, e.InputHash }).ToListAsync(stop);
        return rows.ToDictionary(row => (row.SubjectCode, row.Year), row => (row.Id, row.InputHash));
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
        await db.BulkInsert(
            changed.SelectMany((one, i) => one.Verdicts.Select(verdict => EvaluationRows.Verdict(one, verdict, id++, firstEvaluation + i, run))), stop);
    }

    /// <summary>Monthly facts are derived and hold the present reading of the bills; what an older run added up is in its proof sheet.</summary>
    private async Task ReplaceFacts(IReadOnlyList<Finished> changed, CancellationToken stop)
    {
        foreach (var year in changed.Where(one => one.InstitutionCode is not null).GroupBy(one => one.Year))
        {
            var codes = year.Select(one => one.InstitutionCode!).ToArray();
            await db.MonthlyFacts.Where(fact => fact.Year == year.Key && codes.Contains(fact.InstitutionCode)).ExecuteDeleteAsync(stop);
        }

        var id = await db.TakeIds<MonthlyFact>(changed.Sum(one => one.Rows.Count), stop);
        await db.BulkInsert(changed.SelectMany(one => one.Rows.Select(row => EvaluationRows.Fact(one, row, id++))), stop);
    }
}
