using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>A verdict before and after, in a list.</summary>
public sealed record RevisionRow(
    long VerdictId, SubjectKind SubjectKind, string SubjectName, int Year, Indicator Indicator, string Unit, RevisionDirection Direction)
{
    public required DateTimeOffset RevisedAt { get; init; }

    public required decimal? ActualBefore { get; init; }

    public required decimal? Actual { get; init; }

    public required TierName? TierBefore { get; init; }

    public required TierName? Tier { get; init; }
}

/// <summary>A notice whose evaluation has been superseded.</summary>
public sealed record MovedNotice(long Id, string? Number, NoticeState State, string InstitutionName, int Year);

/// <summary>What came of a correction: how many verdicts moved which way, a page of them, and the notices that stand on the old runs.</summary>
public sealed record RevisionList(IReadOnlyDictionary<RevisionDirection, int> Counts, Listing<RevisionRow> Rows, IReadOnlyList<MovedNotice> Notices);

/// <summary>
/// Somebody asks what a correction moved: of one import, of one run, or of all. Of an import are the runs that took another's place
/// over it: the old one from before the upload, the new one from after it, of institutions whose records the import touched, of those that
/// are evaluated with them, and of the regions above.
/// </summary>
public sealed class FindRevisions(QuotaDb db)
{
    private const int MostNotices = 200;

    /// <summary>
    /// Kinds of files whose rows keep the import that brought them, or that move nothing (drafts of quotas). Of the others (buildings, meters,
    /// adoptions, …) everything is listed that was evaluated anew over them.
    /// </summary>
    private static readonly HashSet<string> NamesItsImport =
        ["bills", "readings", "areas", "headcounts", "allocations", "occupancies", "plan_bases", "quotas", "quota_standards"];

    public sealed record Request(long? Import = null, long? Run = null, int? Year = null, RevisionDirection? Direction = null, int Page = 1);

    public async Task<RevisionList> Run(Request request, CancellationToken stop)
    {
        var found = await Filter(request, stop);
        var counts = await found.GroupBy(revision => revision.Direction).Select(same => new { same.Key, Count = same.Count() }).ToListAsync(stop);
        var chosen = request.Direction is { } direction ? found.Where(revision => revision.Direction == direction) : found;
        var ordered = chosen.OrderByDescending(revision => revision.Direction) // what moved comes first, and regions after what moved them
            .ThenBy(revision => revision.Now.SubjectKind == SubjectKind.Region).ThenByDescending(revision => revision.Now.Id);
        var rows = await ordered.Select(revision => new RevisionRow(
            revision.Now.Id, revision.Now.SubjectKind, revision.Now.SubjectName, revision.Now.Year, revision.Now.Indicator, revision.Now.Unit,
            revision.Direction)
        {
            RevisedAt = revision.Run.EvaluatedAt, ActualBefore = revision.Before.Actual, Actual = revision.Now.Actual,
            TierBefore = revision.Before.TierName, Tier = revision.Now.TierName,
        }).ToListing(request.Page, stop);
        return new RevisionList(counts.ToDictionary(same => same.Key, same => same.Count), rows, await Notices(found, stop));
    }

    private async Task<IQueryable<Revision>> Filter(Request request, CancellationToken stop)
    {
        var found = db.Revisions();
        if (request.Year is { } year) found = found.Where(revision => revision.Run.Year == year);
        if (request.Run is { } run) found = found.Where(revision => revision.Run.Id == run);
        if (request.Import is not { } import) return found;
        if (await db.Imports.AsNoTracking().SingleOrDefaultAsync(one => one.Id == import, stop) is not { } batch) return found.Where(_ => false);
        var at = batch.UploadedAt;
        var before = db.Evaluations.Where(old => old.EvaluatedAt <= at).Select(old => old.Id);
        var over = found.Where(revision => revision.Run.EvaluatedAt >= at && before.Contains(revision.Before.EvaluationId));
        if (!NamesItsImport.Contains(batch.Kind)) return over;
        var touched = await Touched(import, stop);
        return over.Where(revision => touched.Contains(revision.Now.InstitutionCode ?? revision.Now.SubjectCode));
    }

    /// <summary>Institutions, and the regions above them.</summary>
    private async Task<string[]> Touched(long import, CancellationToken stop)
    {
        var own = await db.Bills.Where(row => row.ImportId == import).Select(row => row.InstitutionCode)
            .Union(db.FloorAreas.Where(row => row.ImportId == import).Select(row => row.InstitutionCode))
            .Union(db.Headcounts.Where(row => row.ImportId == import).Select(row => row.InstitutionCode))
            .Union(db.Allocations.Where(row => row.ImportId == import).Select(row => row.InstitutionCode))
            .Union(db.Occupancies.Where(row => row.ImportId == import).Select(row => row.InstitutionCode))
            .Union(db.PlanBases.Where(row => row.ImportId == import).Select(row => row.InstitutionCode ?? row.SubjectCode)).ToListAsync(stop);
        var (members, _) = await new EvaluationWork(db).Neighbours([.. own], stop);
        var places = await db.Institutions.Where(one => members.Contains(one.Code)).Select(one => one.RegionPath).Distinct().ToListAsync(stop);
        return [.. members, .. places.SelectMany(RegionPaths.NearestFirst).Distinct()];
    }

    private async Task<IReadOnlyList<MovedNotice>> Notices(IQueryable<Revision> found, CancellationToken stop)
    {
        var runs = found.Select(revision => revision.Before.EvaluationId);
        var isInstitution = db.Scope.InstitutionCode is not null; // who is written to is told of a notice when it is issued
        return await db.Notices.AsNoTracking().Where(notice => runs.Contains(notice.EvaluationId))
            .Where(notice => notice.State == NoticeState.Issued || (!isInstitution && notice.State == NoticeState.Draft))
            .OrderBy(notice => notice.Id).Take(MostNotices)
            .Select(notice => new MovedNotice(notice.Id, notice.Number, notice.State, notice.InstitutionName, notice.Year)).ToListAsync(stop);
    }
}
