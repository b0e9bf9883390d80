using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations.Replaying;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Evaluates the regions from the current verdicts of the institutions below them.</summary>
internal sealed class RegionEvaluations(QuotaDb db, EvaluationRun run)
{
    public async Task<int> Write(CancellationToken stop)
    {
        var regions = await db.Regions.AsNoTracking().OrderBy(region => region.Code).ToListAsync(stop);
        var paths = await db.Institutions.ToDictionaryAsync(i => i.Code, i => i.RegionPath, stop);
        var actuals = new Dictionary<(Subject, Indicator, int), decimal?>();
        var known = await Known(stop);
        var finished = new List<Finished>();
        foreach (var year in run.Years.Where(year => year < run.ThisYear))
        {
            var members = await Members(year, stop);
            foreach (var region in regions)
            {
                var own = members.Where(row => paths[row.SubjectCode].StartsWith(region.Path, StringComparison.Ordinal)).ToArray();
                if (own.Length == 0 && !known.Contains((region.Code, year))) continue;
                var history = new WatchedHistory((s, i, y) => actuals.GetValueOrDefault((s, i, y)));
                var verdicts = RegionEvaluator.Evaluate(region, year, own, run.Book.Plans, RulesOf(region, year), history.Find);
                foreach (var verdict in verdicts) actuals[(verdict.Subject, verdict.Definition.Indicator, year)] = verdict.PlanActual;
                if (run.Asked.Contains(year)) finished.Add(Finish(Freeze(region, year, own, history), verdicts, own));
            }
        }

        return await new EvaluationStore(db, run).Keep(finished, stop);
    }

    private EvaluationRules RulesOf(Region region, int year) => run.Book.Rules.Find(region.Path, year)?.Rules ?? run.Rules;

    private FrozenRegion Freeze(Region region, int year, IEnumerable<YearVerdict> members, WatchedHistory history) =>
        new(region, year, [.. members.Select(member => member.EvaluationId).Distinct()])
        {
            EngineVersion = YearEvaluator.EngineVersion, Rules = RulesOf(region, year), FactorSet = run.Book.FactorSet,
            History = history.AskedOf(new HashSet<string> { region.Code }),
        };

    private Finished Finish(FrozenRegion frozen, IReadOnlyList<Verdict> verdicts, IReadOnlyList<YearVerdict> members) =>
        new(new Subject(SubjectKind.Region, frozen.Region.Code), null, frozen.Region.Code, frozen.Year)
        {
            Sheet = ProofSheet.Of(frozen, verdicts, members),
            Inputs = () => FrozenRegion.Write(frozen, run.Reference.Value),
            Verdicts = verdicts,
        };

    /// <summary>Regions that have been evaluated: one that has lost its institutions is evaluated again, to nothing.</summary>
    private async Task<HashSet<(string, int)>> Known(CancellationToken stop) =>
    [
        .. (await db.Evaluations.Where(e => e.IsCurrent && e.SubjectKind == SubjectKind.Region).Select(e => new { e.SubjectCode, e.Year }).ToListAsync(stop))
            .Select(row => (row.SubjectCode, row.Year)),
    ];

    private async Task<IReadOnlyList<YearVerdict>> Members(int year, CancellationToken stop) => FrozenRegion.InOrder(
        await db.YearVerdicts.AsNoTracking()
            .Where(row => row.IsCurrent && row.SubjectKind == SubjectKind.Institution && row.Year == year).ToListAsync(stop));
}
