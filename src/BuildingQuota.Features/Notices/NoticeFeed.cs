using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Notices;

/// <summary>One document, as OData gives it.</summary>
public sealed record NoticeEntry
{
    public required long Id { get; init; }
    public required NoticeKind Kind { get; init; }
    public required NoticeState State { get; init; }
    public required string? Number { get; init; }
    public required string InstitutionCode { get; init; }
    public required string InstitutionName { get; init; }
    public required string RegionCode { get; init; }
    public required string BureauRegionCode { get; init; }
    public required string BureauName { get; init; }
    public required int Year { get; init; }
    public required IndicatorFamily Family { get; init; }
    public required long EvaluationId { get; init; }
    public required string DraftedBy { get; init; }
    public required DateTimeOffset DraftedAt { get; init; }
    public required string? IssuedBy { get; init; }
    public required DateTimeOffset? IssuedAt { get; init; }
    public required DateOnly? IssuedOn { get; init; }
    public required DateOnly? ReplyBy { get; init; }
    public required string? PdfSha256 { get; init; }
}

/// <summary>One overrun that a live notice states: its case beside the verdict's figures. Key: the verdict.</summary>
public sealed record NoticeFact
{
    public required long Id { get; init; }
    public required long NoticeId { get; init; }
    public required NoticeState State { get; init; }
    public required string? Number { get; init; }
    public required DateOnly? IssuedOn { get; init; }
    public required DateOnly? ReplyBy { get; init; }
    public required string BureauName { get; init; }
    public required string InstitutionCode { get; init; }
    public required string InstitutionName { get; init; }
    public required string RegionCode { get; init; }
    public required int Year { get; init; }
    public required IndicatorFamily Family { get; init; }
    public required Indicator Indicator { get; init; }
    public required decimal? Actual { get; init; }
    public required decimal? LowerBound { get; init; }
    public required string Unit { get; init; }
    public required decimal? Constraint { get; init; }
    public required decimal? Baseline { get; init; }
    public required decimal? Guiding { get; init; }
    public required decimal? OverrunAmount { get; init; }
    public required decimal? OverrunPercent { get; init; }
    public required decimal Numerator { get; init; }
    public required decimal? Denominator { get; init; }
    public required Sufficiency Sufficiency { get; init; }
    public required string CoefficientSet { get; init; }
    public required string? QuotaStandard { get; init; }
    public required long EvaluationId { get; init; }
}

/// <summary>What auditors read of notices, flat and queryable.</summary>
public sealed class NoticeFeed(QuotaDb db)
{
    private static readonly Indicator[] Water = [Indicator.WaterPerCapita, Indicator.WaterPerArea, Indicator.WaterPerBed];
    private static readonly Indicator[] Carbon = [Indicator.CarbonPerArea, Indicator.CarbonPerCapita, Indicator.TotalCarbon];

    public IQueryable<NoticeEntry> Notices() => db.Notices.AsNoTracking().Select(notice => new NoticeEntry
    {
        Id = notice.Id, Kind = notice.Kind, State = notice.State, Number = notice.Number, InstitutionCode = notice.InstitutionCode,
        InstitutionName = notice.InstitutionName, RegionCode = notice.RegionCode, BureauRegionCode = notice.BureauRegionCode,
        BureauName = notice.BureauName, Year = notice.Year, Family = notice.Family, EvaluationId = notice.EvaluationId,
        DraftedBy = notice.DraftedBy, DraftedAt = notice.DraftedAt, IssuedBy = notice.IssuedBy, IssuedAt = notice.IssuedAt,
        IssuedOn = notice.IssuedOn, ReplyBy = notice.ReplyBy, PdfSha256 = notice.PdfSha256,
    });

    public IQueryable<NoticeEvent> Events() => db.NoticeEvents.AsNoTracking();

    /// <summary>Of live notices only, so that a verdict stands at most once.</summary>
    public IQueryable<NoticeFact> Facts() =>
        from notice in db.Notices.AsNoTracking()
        where notice.State == NoticeState.Draft || notice.State == NoticeState.Issued
        join verdict in db.YearVerdicts.AsNoTracking() on notice.EvaluationId equals verdict.EvaluationId
        where verdict.SubjectKind == SubjectKind.Institution && verdict.TierName == TierName.OverConstraint
            && (verdict.Sufficiency == Sufficiency.Sufficient || verdict.Sufficiency == Sufficiency.OverWhateverIsMissing)
            && notice.Family == (Water.Contains(verdict.Indicator) ? IndicatorFamily.Water
                : Carbon.Contains(verdict.Indicator) ? IndicatorFamily.Carbon : IndicatorFamily.Energy)
        select new NoticeFact
        {
            Id = verdict.Id, NoticeId = notice.Id, State = notice.State, Number = notice.Number, IssuedOn = notice.IssuedOn,
            ReplyBy = notice.ReplyBy, BureauName = notice.BureauName, InstitutionCode = notice.InstitutionCode,
            InstitutionName = notice.InstitutionName, RegionCode = notice.RegionCode, Year = notice.Year, Family = notice.Family,
            Indicator = verdict.Indicator, Actual = verdict.Actual, LowerBound = verdict.LowerBound, Unit = verdict.Unit,
            Constraint = verdict.Constraint, Baseline = verdict.Baseline, Guiding = verdict.Guiding, OverrunAmount = verdict.OverrunAmount,
            OverrunPercent = verdict.OverrunPercent, Numerator = verdict.Numerator, Denominator = verdict.Denominator,
            Sufficiency = verdict.Sufficiency, CoefficientSet = verdict.CoefficientSet, QuotaStandard = verdict.QuotaStandard,
            EvaluationId = notice.EvaluationId,
        };
}
