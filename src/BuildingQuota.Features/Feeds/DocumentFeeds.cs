using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Feeds;

/// <summary>Notices, imports and the trail, as rows.</summary>
internal static class DocumentFeeds
{
    private static readonly Indicator[] OfWater = [Indicator.WaterPerCapita, Indicator.WaterPerArea, Indicator.WaterPerBed];
    private static readonly Indicator[] OfCarbon = [Indicator.CarbonPerArea, Indicator.CarbonPerCapita, Indicator.TotalCarbon];

    public static IQueryable<NoticeRow> Notices(QuotaDb db) => Told(db).Select(notice => new NoticeRow
    {
        Id = notice.Id, Kind = notice.Kind, InstitutionCode = notice.InstitutionCode, InstitutionName = notice.InstitutionName,
        RegionCode = notice.RegionCode, BureauRegionCode = notice.BureauRegionCode, BureauName = notice.BureauName, Year = notice.Year,
        Family = notice.Family, EvaluationId = notice.EvaluationId, State = notice.State, DraftedBy = notice.DraftedBy,
        DraftedAt = notice.DraftedAt, IssuedBy = notice.IssuedBy, IssuedAt = notice.IssuedAt, IssuedOn = notice.IssuedOn,
        ReplyBy = notice.ReplyBy, Number = notice.Number, PdfSha256 = notice.PdfSha256,
    });

    public static IQueryable<NoticeEventRow> NoticeEvents(QuotaDb db) =>
        from happened in db.NoticeEvents.AsNoTracking()
        join notice in Told(db) on happened.NoticeId equals notice.Id
        select new NoticeEventRow
        {
            Id = happened.Id, NoticeId = happened.NoticeId, InstitutionCode = happened.InstitutionCode,
            InstitutionName = notice.InstitutionName, Number = notice.Number, Action = happened.Action, Actor = happened.Actor,
            At = happened.At, Detail = happened.Detail,
        };

    /// <summary>Each overrun that a draft or an issued notice states: the verdict over the limit in its evaluation and family.</summary>
    public static IQueryable<NoticeFactRow> NoticeFacts(QuotaDb db) =>
        from notice in Told(db)
        join verdict in db.YearVerdicts on notice.EvaluationId equals verdict.EvaluationId
        where notice.State == NoticeState.Draft || notice.State == NoticeState.Issued
        where verdict.SubjectKind == SubjectKind.Institution && verdict.TierName == TierName.OverConstraint
        where notice.Family == (OfWater.Contains(verdict.Indicator) ? IndicatorFamily.Water
            : OfCarbon.Contains(verdict.Indicator) ? IndicatorFamily.Carbon : IndicatorFamily.Energy)
        select new NoticeFactRow
        {
            Id = verdict.Id, NoticeId = notice.Id, Number = notice.Number, Kind = notice.Kind,
            State = notice.State, InstitutionCode = notice.InstitutionCode, InstitutionName = notice.InstitutionName,
            RegionCode = notice.RegionCode, BureauName = notice.BureauName, Year = notice.Year, Family = notice.Family,
            Indicator = verdict.Indicator, Unit = verdict.Unit, Actual = verdict.Actual, LowerBound = verdict.LowerBound,
            Constraint = verdict.Constraint, Baseline = verdict.Baseline, Guiding = verdict.Guiding, Numerator = verdict.Numerator,
            Denominator = verdict.Denominator, OverrunAmount = verdict.OverrunAmount, OverrunPercent = verdict.OverrunPercent,
            Sufficiency = verdict.Sufficiency, CoefficientSet = verdict.CoefficientSet, QuotaStandard = verdict.QuotaStandard,
            EvaluationId = notice.EvaluationId, IssuedOn = notice.IssuedOn, ReplyBy = notice.ReplyBy,
        };

    /// <summary>An institution is told of a notice when it is issued: drafts are the bureau's own.</summary>
    private static IQueryable<Notice> Told(QuotaDb db) => db.Scope.InstitutionCode is null
        ? db.Notices.AsNoTracking()
        : db.Notices.AsNoTracking().Where(notice => notice.State == NoticeState.Issued || notice.State == NoticeState.Withdrawn);

    public static IQueryable<ImportRow> Imports(QuotaDb db) => db.Imports.AsNoTracking().Select(batch => new ImportRow
    {
        Id = batch.Id, File = batch.FileName, Kind = batch.Kind, Sha256 = batch.Sha256, Bytes = batch.Bytes, State = batch.State,
        RowsRead = batch.RowsRead, RowsNew = batch.RowsNew, RowsChanged = batch.RowsChanged, RowsUnchanged = batch.RowsUnchanged,
        RowsRejected = batch.RowsRejected, UploadedBy = batch.UploadedBy, UploadedAt = batch.UploadedAt,
    });

    public static IQueryable<ImportProblemRow> ImportProblems(QuotaDb db) => db.ImportProblems.AsNoTracking()
        .Select(problem => new ImportProblemRow
        {
            Id = problem.Id, ImportId = problem.ImportId, File = problem.File, Sheet = problem.Sheet, Row = problem.Row,
            Column = problem.Column, Value = problem.Value, RuleCode = problem.RuleCode, Message = problem.Message, Remedy = problem.Remedy,
        });

    /// <summary>The group's policy has refused whoever may not read the trail; this is the second wall.</summary>
    public static IQueryable<AuditEventRow> AuditEvents(QuotaDb db, bool mayRead) => db.AuditEvents.AsNoTracking().Where(_ => mayRead)
        .Select(line => new AuditEventRow
        {
            Sequence = line.Sequence, At = line.At, Actor = line.Actor, Action = line.Action, Subject = line.Subject, Detail = line.Detail,
            Hash = line.Hash,
        });
}
