using System.Globalization;
using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Notices.Content;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Notices;

/// <summary>
/// Drafts a notice for every overrun of a closed year that has none (docs/rules/notice-drafting.md). Running it again changes nothing;
/// a draft whose evaluation was superseded gives way to a new one, or to none; what is issued is never touched.
/// </summary>
public sealed class DraftNotices(QuotaDb db, NoticeCalendar calendar, NoticeSettings settings)
{
    private const int BatchSize = 100;

    public async Task<DraftSummary> Run(DraftRequest request, IProgress<DraftProgress>? progress, CancellationToken stop)
    {
        var year = ClosedYear(request.Year);
        var reader = new CaseReader(db, year);
        var cases = await reader.Overruns(request.InstitutionCode, stop);
        var writer = await reader.Writer(settings, stop);
        var summary = new DraftSummary(year, 0, await DropStale(year, cases, request, stop), 0, []);
        var done = 0;
        foreach (var batch in cases.Chunk(BatchSize))
        {
            summary = await Draft(batch, new Workshop(reader, writer, request), summary, stop);
            progress?.Report(new DraftProgress(done += batch.Length, cases.Count));
        }

        if (request.InstitutionCode is { } one && summary.Refused is [var refused]) throw CaseReader.NoBureau(one);
        return summary;
    }

    private int ClosedYear(int? asked)
    {
        var latest = calendar.Today.Year - 1;
        if (asked is not { } year || year <= latest) return asked ?? latest;
        throw new RuleBrokenException(
            "notice.year-not-closed", string.Create(CultureInfo.InvariantCulture, $"{year} is not over."),
            string.Create(CultureInfo.InvariantCulture, $"Draft for {latest} or an earlier year."));
    }

    /// <summary>Drafts that no present overrun stands behind any more: the year was evaluated again and came out within.</summary>
    private async Task<int> DropStale(int year, IReadOnlyList<OverrunCase> cases, DraftRequest request, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var drafts = await db.Notices.Where(notice => notice.Year == year && notice.State == NoticeState.Draft)
            .Where(notice => request.InstitutionCode == null || notice.InstitutionCode == request.InstitutionCode)
            .Where(notice => !db.Evaluations.Any(evaluation => evaluation.Id == notice.EvaluationId && evaluation.IsCurrent))
            .ToListAsync(stop);
        var over = cases.Select(one => (one.InstitutionCode, one.Family)).ToHashSet();
        var stale = drafts.Where(draft => !over.Contains((draft.InstitutionCode, draft.Family))).ToArray();
        await Discard(stale, request, stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return stale.Length;
    }

    /// <summary>Taking ids first makes runs wait for each other, so that what is known below stays true until the end.</summary>
    private async Task<DraftSummary> Draft(OverrunCase[] batch, Workshop shop, DraftSummary before, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var id = await db.TakeIds<Notice>(batch.Length, stop);
        var steps = await Steps(batch, before.Year, shop.Request, stop);
        var open = steps.Where(step => step.Value != CaseStep.Leave).Select(step => step.Key).ToArray();
        var records = await shop.Reader.Read(open, stop);
        var redrafted = open.Where(one => steps[one] == CaseStep.Redraft).Select(one => (one.InstitutionCode, one.Family)).ToHashSet();
        var codes = redrafted.Select(one => one.InstitutionCode).ToArray();
        var old = await db.Notices.Where(notice => notice.Year == before.Year && notice.State == NoticeState.Draft)
            .Where(notice => codes.Contains(notice.InstitutionCode)).ToListAsync(stop);
        old.RemoveAll(draft => !redrafted.Contains((draft.InstitutionCode, draft.Family)));
        await Discard(old, shop.Request, stop);

        var drafts = records.Values.Select(record => New(record, id++, shop)).ToArray();
        db.Notices.AddRange(drafts);
        await db.SaveChangesAsync(stop);
        await Record(drafts, NoticeActions.Drafted, shop.Request.Actor, stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        var refused = open.Where(one => !records.ContainsKey(one)).Select(Refused);
        return before with
        {
            Drafted = before.Drafted + drafts.Length,
            Discarded = before.Discarded + old.Count,
            Unchanged = before.Unchanged + batch.Length - open.Length,
            Refused = [.. before.Refused, .. refused],
        };
    }

    private static RefusedCase Refused(OverrunCase one)
    {
        var rule = CaseReader.NoBureau(one.InstitutionCode);
        return new RefusedCase(one.InstitutionCode, one.Family, rule.Code, rule.Message);
    }

    private async Task<Dictionary<OverrunCase, CaseStep>> Steps(OverrunCase[] batch, int year, DraftRequest request, CancellationToken stop)
    {
        var codes = batch.Select(one => one.InstitutionCode).Distinct().ToArray();
        var known = await db.Notices.AsNoTracking()
            .Where(notice => notice.Year == year && notice.Kind == NoticeKind.OverrunNotice && codes.Contains(notice.InstitutionCode))
            .Select(notice => new KnownNotice(notice.Id, notice.InstitutionCode, notice.Family, notice.State, notice.EvaluationId))
            .ToListAsync(stop);
        var byCase = known.ToLookup(notice => (notice.InstitutionCode, notice.Family));
        return batch.ToDictionary(
            one => one, one => KnownNotice.StepFor(one, byCase[(one.InstitutionCode, one.Family)], request.InstitutionCode is not null));
    }

    private Notice New(CaseRecords records, long id, Workshop shop)
    {
        var content = shop.Writer.Write(records);
        return new Notice
        {
            Id = id, Kind = content.Kind, InstitutionCode = records.Institution.Code, InstitutionName = records.Institution.Name,
            RegionCode = records.Institution.RegionCode, BureauRegionCode = records.Bureau.RegionCode, BureauName = records.Bureau.Name,
            Year = content.Year, Family = content.Family, EvaluationId = records.Evaluation.Id, Content = CanonicalJson.Write(content),
            DraftedBy = shop.Request.Actor, DraftedAt = calendar.Now,
        };
    }

    private async Task Discard(IReadOnlyCollection<Notice> drafts, DraftRequest request, CancellationToken stop)
    {
        foreach (var draft in drafts) draft.Discard();
        await db.SaveChangesAsync(stop);
        await Record(drafts, NoticeActions.Superseded, request.Actor, stop);
    }

    private async Task Record(IReadOnlyCollection<Notice> notices, string action, string actor, CancellationToken stop)
    {
        if (notices.Count == 0) return;
        await NoticeActions.Record(db, notices, new NoticeAction(action, actor, calendar.Now), stop);
        var ids = string.Join(' ', notices.Select(notice => notice.Id));
        var detail = string.Create(CultureInfo.InvariantCulture, $"{notices.Count}: {ids}");
        var subject = string.Create(CultureInfo.InvariantCulture, $"notices of {notices.First().Year}");
        await AuditTrail.Append(db, new AuditEntry(actor, $"notice.{action}", subject, detail, db.Scope.Path), calendar.Now, stop);
    }

    private sealed record Workshop(CaseReader Reader, ContentWriter Writer, DraftRequest Request);
}
