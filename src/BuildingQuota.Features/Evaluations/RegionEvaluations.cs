using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations.Replaying;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>
/// Evaluates the regions from the current verdicts of the institutions below them. Their cost grows with the region, so it is paid once
/// a run, however many institutions have moved.
/// </summary>
internal sealed class RegionEvaluations(QuotaDb db, EvaluationRun run)
{
    /// <summary>
    /// Of all regions from the year on, or (a null year) only of those whose sums are marked and those above them; returns how many were new.
    /// With them go the marks that they answer: these, and those of whole subtrees that the run began with.
    /// </summary>
    public async Task<int> Write(IReadOnlyList<StaleYear> marks, int? fromYear, CancellationToken stop)
    {
        var regions = await db.Regions.AsNoTracking().OrderBy(region => region.Code).ToListAsync(stop);
        var from = marks.Select(mark => mark.FromYear).Append(fromYear ?? int.MaxValue).Min();
        var moved = fromYear is null ? Above(marks.Select(mark => mark.SubjectCode), regions) : [.. regions.Select(region => region.Code)];
        var finished = await Evaluate([.. regions.Where(region => moved.Contains(region.Code))], from, stop);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await new EvaluationStore(db, run).Keep(finished, stop);
        foreach (var chunk in marks.Select(mark => mark.Id).Chunk(500))
            await db.StaleYears.Where(mark => chunk.Contains(mark.Id)).ExecuteDeleteAsync(stop);
        await db.StaleYears.Where(mark => mark.IncludesBelow && mark.Id <= run.LastMark && mark.FromYear >= run.FromYear).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
        return finished.Count;
    }

    private static HashSet<string> Above(IEnumerable<string> codes, IReadOnlyList<Region> regions)
    {
        var paths = regions.ToDictionary(region => region.Code, region => region.Path);
        return [.. codes.SelectMany(code => RegionPaths.NearestFirst(paths[code]))];
    }

    private async Task<List<Finished>> Evaluate(IReadOnlyList<Region> regions, int from, CancellationToken stop)
    {
        var paths = await db.Institutions.ToDictionaryAsync(i => i.Code, i => i.RegionPath, stop);
        var actuals = new Dictionary<(Subject, Indicator, int), decimal?>();
        var stored = await db.StoredEvaluations(SubjectKind.Region, [.. regions.Select(region => region.Code)], stop);
        var finished = new List<Finished>();
        foreach (var year in run.Years.Where(year => year < run.ThisYear))
        {
            var members = await Members(year, stop);
            foreach (var region in regions)
            {
                var before = stored.GetValueOrDefault((region.Code, year));
                var own = members.Where(row => paths[row.SubjectCode].StartsWith(region.Path, StringComparison.Ordinal)).ToArray();
                if (own.Length == 0 && before is null) continue;
                var history = new WatchedHistory((s, i, y) => actuals.GetValueOrDefault((s, i, y)));
                var verdicts = RegionEvaluator.Evaluate(region, year, own, run.Book.Plans, RulesOf(region, year), history.Find);
                foreach (var verdict in verdicts) actuals[(verdict.Subject, verdict.Definition.Indicator, year)] = verdict.PlanActual;
                if (year < from) continue;
                var frozen = Freeze(region, year, own, history);
                var sheet = ProofSheet.Of(frozen, verdicts, own);
                if (sheet.Hash != before?.Hash) finished.Add(Finish(frozen, verdicts, sheet, before?.Id));
            }
        }

        return finished;
    }

    private EvaluationRules RulesOf(Region region, int year) => run.Book.Rules.Find(region.Path, year)?.Rules ?? run.Rules;

    private FrozenRegion Freeze(Region region, int year, IEnumerable<YearVerdict> members, WatchedHistory history) =>
        new(region, year, [.. members.Select(member => member.EvaluationId).Distinct()])
        {
            EngineVersion = YearEvaluator.EngineVersion, Rules = RulesOf(region, year), FactorSet = run.Book.FactorSet,
            History = history.AskedOf(new HashSet<string> { region.Code }),
        };

    private Finished Finish(FrozenRegion frozen, IReadOnlyList<Verdict> verdicts, ProofSheet sheet, long? supersedes) =>
        new(new Subject(SubjectKind.Region, frozen.Region.Code), null, frozen.Region.Code, frozen.Year)
        {
            Hash = sheet.Hash, Trace = sheet.Compressed(), Inputs = FrozenRegion.Write(frozen, run.Reference.Value).ToRow(), Verdicts = verdicts,
            Supersedes = supersedes,
        };

    /// <summary>Only what a region's sums and sheet read of its institutions' verdicts; the rest is left empty.</summary>
    private async Task<IReadOnlyList<YearVerdict>> Members(int year, CancellationToken stop) => FrozenRegion.InOrder(
        await db.YearVerdicts.AsNoTracking()
            .Where(row => row.IsCurrent && row.SubjectKind == SubjectKind.Institution && row.Year == year)
            .Select(row => new YearVerdict
            {
                SubjectCode = row.SubjectCode, Indicator = row.Indicator, EvaluationId = row.EvaluationId, StatNumerator = row.StatNumerator,
                StatNumeratorLow = row.StatNumeratorLow, StatNumeratorHigh = row.StatNumeratorHigh, PhysicalAmount = row.PhysicalAmount,
                Denominator = row.Denominator, Sufficiency = row.Sufficiency, EstimatedShare = row.EstimatedShare, Year = year,
                SubjectKind = SubjectKind.Institution, IsCurrent = true, Id = 0, SubjectName = "", RegionCode = "", Unit = "", Numerator = 0,
                TierName = null, PartialYear = false, CoefficientSet = "", FactorSet = "",
            }).ToListAsync(stop));
}
