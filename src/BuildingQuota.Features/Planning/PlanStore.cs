using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>
/// What an evaluation says of plans, kept in its transaction: the scores, and in a full run the base values that nobody had frozen yet
/// (docs/rules/plan-base.md).
/// </summary>
internal sealed class PlanStore(QuotaDb db, DateTimeOffset now)
{
    /// <summary>Who freezes a base by using it.</summary>
    public const string Engine = "evaluation";

    public async Task Supersede(IEnumerable<long> evaluations, CancellationToken stop)
    {
        foreach (var chunk in evaluations.Chunk(500))
        {
            await db.PlanScores.Where(score => chunk.Contains(score.EvaluationId) && score.IsCurrent)
                .ExecuteUpdateAsync(set => set.SetProperty(score => score.IsCurrent, false), stop);
        }
    }

    /// <summary>Evaluations have the ids from <paramref name="firstEvaluation"/> on, in the order given.</summary>
    public async Task Keep(IReadOnlyList<Finished> finished, long firstEvaluation, CancellationToken stop)
    {
        var scored = finished.SelectMany((one, i) => one.Verdicts.Where(PlanScoreRows.Has).Select(verdict => (one, verdict, firstEvaluation + i))).ToArray();
        if (scored.Length == 0) return;
        var id = await db.TakeIds<PlanScore>(scored.Length, stop);
        await db.BulkInsert(scored.Select(row => PlanScoreRows.Of(row.one, row.verdict, id++, row.Item3)), stop);
    }

    /// <summary>After the evaluations are kept, so that a base names the one it comes from.</summary>
    public async Task Freeze(IReadOnlyList<BaseUse> used, CancellationToken stop)
    {
        if (used.Count == 0) return;
        var subjects = used.Select(use => use.Subject.Code).Distinct().ToArray();
        var known = new HashSet<(string, Subject, Indicator)>();
        foreach (var chunk in subjects.Chunk(500))
        {
            known.UnionWith((await db.FrozenBases.Where(row => row.SupersededById == null && chunk.Contains(row.SubjectCode))
                .Select(row => new { row.PlanCode, row.SubjectKind, row.SubjectCode, row.Indicator }).ToListAsync(stop))
                .Select(row => (row.PlanCode, new Subject(row.SubjectKind, row.SubjectCode), row.Indicator)));
        }

        var fresh = used.Where(use => known.Add(use.Key)).ToArray();
        if (fresh.Length == 0) return;
        var sources = await Sources(fresh, stop);
        var id = await db.TakeIds<FrozenBase>(fresh.Length, stop);
        await db.BulkInsert(fresh.Select(use => Frozen(use, id++, sources)), stop);
    }

    private FrozenBase Frozen(BaseUse use, long id, BaseSources sources)
    {
        var (plan, evaluated) = (use.Plan, use.Plan.Base.Source == BaseSource.Evaluated);
        return new FrozenBase
        {
            Id = id, PlanCode = plan.Match.Plan.Code, SubjectKind = use.Subject.Kind, SubjectCode = use.Subject.Code,
            InstitutionCode = use.InstitutionCode, Indicator = use.Indicator, BaseValue = plan.BaseValue, SourceKind = plan.Base.Source,
            EvaluationId = evaluated && sources.Evaluations.TryGetValue((use.Run, plan.Match.Plan.BaseYear), out var run) ? run : null,
            ImportId = !evaluated && sources.Imports.TryGetValue(use.Key, out var import) ? import : null,
            FrozenBy = Engine, FrozenAt = now,
        };
    }

    private async Task<BaseSources> Sources(IReadOnlyList<BaseUse> fresh, CancellationToken stop)
    {
        var sources = new BaseSources([], []);
        var years = fresh.Select(use => use.Plan.Match.Plan.BaseYear).Distinct().ToArray();
        foreach (var chunk in fresh.Select(use => use.Run.Code).Distinct().Chunk(500))
        {
            var runs = await db.Evaluations.Where(run => run.IsCurrent && years.Contains(run.Year) && chunk.Contains(run.SubjectCode))
                .Select(run => new { run.SubjectKind, run.SubjectCode, run.Year, run.Id }).ToListAsync(stop);
            foreach (var run in runs) sources.Evaluations[(new Subject(run.SubjectKind, run.SubjectCode), run.Year)] = run.Id;
        }

        foreach (var chunk in fresh.Select(use => use.Subject.Code).Distinct().Chunk(500))
        {
            var filed = await db.PlanBases.Where(row => row.SupersededById == null && chunk.Contains(row.SubjectCode))
                .Select(row => new { row.PlanCode, row.SubjectKind, row.SubjectCode, row.Indicator, row.ImportId }).ToListAsync(stop);
            foreach (var row in filed) sources.Imports[(row.PlanCode, new Subject(row.SubjectKind, row.SubjectCode), row.Indicator)] = row.ImportId;
        }

        return sources;
    }

    private sealed record BaseSources(Dictionary<(Subject, int), long> Evaluations, Dictionary<(string, Subject, Indicator), long> Imports);
}
