using System.Text.Json;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
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
        var seen = await Seen([.. changes.Select(change => change.Owner).OfType<Subject>().Distinct()], stop);
        var shown = changes.Where(change => change.Owner is not { } owner || seen.Contains(owner)).Select(change => change.Change).ToArray();
        return report with { Changes = shown, ChangesElsewhere = changes.Count - shown.Length };
    }

    /// <summary>The report as a document.</summary>
    public static byte[] ToJson(ReplayReport report) => JsonSerializer.SerializeToUtf8Bytes(report, FrozenRows.Options);

    /// <summary>Those in scope. A code may be an institution's and a building's too: each is looked for among its own kind.</summary>
    private async Task<HashSet<Subject>> Seen(IReadOnlyList<Subject> owners, CancellationToken stop)
    {
        var codes = owners.ToLookup(owner => owner.Kind, owner => owner.Code);
        async Task<IEnumerable<Subject>> Of(SubjectKind kind, IQueryable<string> inScope)
        {
            var asked = codes[kind].ToArray();
            var found = asked.Length == 0 ? [] : await inScope.Where(code => asked.Contains(code)).ToListAsync(stop);
            return found.Select(code => new Subject(kind, code));
        }

        return
        [
            .. await Of(SubjectKind.Institution, db.Institutions.Select(one => one.Code)),
            .. await Of(SubjectKind.Building, db.Buildings.Select(one => one.Code)),
            .. await Of(SubjectKind.Region, db.Regions.Select(one => one.Code)),
        ];
    }

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
