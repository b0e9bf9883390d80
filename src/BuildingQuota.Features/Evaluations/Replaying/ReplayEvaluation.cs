using System.Text.Json;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>
/// Somebody asks for a stored run to be made again: from its frozen inputs alone, by the same engine, and these beside what is recorded
/// today. Writes nothing. What others' records say is counted, never shown.
/// </summary>
public sealed class ReplayEvaluation(QuotaDb db, QuotaDbFactory databases)
{
    /// <summary>Null when there is no such run in scope.</summary>
    public async Task<ReplayReport?> Run(long evaluation, CancellationToken stop)
    {
        if (await db.Evaluations.AsNoTracking().SingleOrDefaultAsync(run => run.Id == evaluation, stop) is not { } kept) return null;
        await using var all = databases.Create(AccessScope.Everything);
        var report = await Replay(all, kept, stop);
        if (kept.FrozenHash is null || report.Outcome == ReplayOutcome.Damaged) return report;
        var document = (await all.ReadInputs(kept.FrozenHash, stop))!;
        var reference = (await all.ReadInputs(document.ReferenceHash!, stop))!;
        var changes = await new ChangedInputs(all).Since(kept, document, reference, stop);
        var owners = changes.Select(change => change.Owner).OfType<string>().Distinct().ToArray();
        var seen = (await db.Institutions.Where(i => owners.Contains(i.Code)).Select(i => i.Code).ToListAsync(stop)).ToHashSet();
        seen.UnionWith(await db.Buildings.Where(b => owners.Contains(b.Code)).Select(b => b.Code).ToListAsync(stop));
        seen.UnionWith(await db.Regions.Where(r => owners.Contains(r.Code)).Select(r => r.Code).ToListAsync(stop));
        var shown = changes.Where(change => change.Owner is not { } owner || seen.Contains(owner)).Select(change => change.Change).ToArray();
        return report with { Changes = shown, ChangesElsewhere = changes.Count - shown.Length };
    }

    /// <summary>The report as a document.</summary>
    public static byte[] ToJson(ReplayReport report) => JsonSerializer.SerializeToUtf8Bytes(report, FrozenRows.Options);

    private static async Task<ReplayReport> Replay(QuotaDb all, Evaluation kept, CancellationToken stop)
    {
        var same = kept.EngineVersion == YearEvaluator.EngineVersion;
        var hash = kept.FrozenHash is not null && same ? await new ReplayRuns(all).HashOf(kept, stop) : null;
        return new ReplayReport(kept.Id, kept.SubjectKind, kept.SubjectCode, kept.Year)
        {
            Outcome = kept.FrozenHash is null ? ReplayOutcome.NotFrozen : !same ? ReplayOutcome.OtherEngine
                : hash is null ? ReplayOutcome.Damaged : hash == kept.InputHash ? ReplayOutcome.Same : ReplayOutcome.Different,
            KeptHash = kept.InputHash, ReplayedHash = hash, InputsHash = kept.FrozenHash, EngineVersion = kept.EngineVersion,
            PresentEngineVersion = YearEvaluator.EngineVersion,
        };
    }
}
