using BuildingQuota.Data;
using BuildingQuota.Features.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Feeds;

/// <summary>Published reference data as rows, each with its source.</summary>
internal static class ReferenceFeeds
{
    public static IQueryable<CoefficientSetRow> CoefficientSets(QuotaDb db) => db.CoefficientSets.AsNoTracking()
        .Select(set => new CoefficientSetRow { Code = set.Code, Name = set.Name, Source = set.Source, ValidFrom = set.ValidFrom });

    public static IQueryable<QuotaStandardRow> QuotaStandards(QuotaDb db) => Standards.Visible(db).AsNoTracking()
        .Select(standard => new QuotaStandardRow
        {
            Code = standard.Code, Name = standard.Name, Issuer = standard.Issuer, EffectiveFrom = standard.EffectiveFrom,
            CoefficientSet = standard.CoefficientSet, Zones = standard.Zones, Source = standard.Source, Confidence = standard.Confidence,
            IssuedOn = standard.IssuedOn, State = standard.State, SupersedesCode = standard.SupersedesCode,
        });

    public static IQueryable<QuotaRow> Quotas(QuotaDb db) =>
        from quota in db.Quotas.AsNoTracking()
        join standard in Standards.Visible(db) on quota.StandardCode equals standard.Code
        select new QuotaRow
        {
            Id = quota.Id, StandardCode = quota.StandardCode, StandardName = standard.Name, Table = quota.Table,
            InstitutionKind = quota.InstitutionKind, Level = quota.Level, Grade = quota.Grade, Zone = quota.Zone,
            HeatingType = quota.HeatingType, Indicator = quota.Indicator, Unit = quota.Unit, Constraint = quota.Constraint,
            Baseline = quota.Baseline, Guiding = quota.Guiding, Source = quota.Source, Confidence = quota.Confidence,
            CoefficientSet = quota.CoefficientSet ?? standard.CoefficientSet, StandardState = standard.State,
        };

    /// <summary>Superseded ones too: verdicts of their time name them.</summary>
    public static IQueryable<RuleSetRow> RuleSets(QuotaDb db) => db.RuleSets.AsNoTracking().Select(set => new RuleSetRow
    {
        Code = set.Code, RegionCode = set.RegionCode, FromYear = set.FromYear, Coverage = set.Coverage,
        ProvisionalShare = set.ProvisionalShare, PvDeductedIn = set.PvDeductedIn,
        RelaxAfterOverAchievement = set.RelaxAfterOverAchievement, ScoreRuleSet = set.ScoreRules, Source = set.Source, IsCurrent = set.SupersededById == null,
    });

    public static IQueryable<PlanRow> Plans(QuotaDb db) => db.Plans.AsNoTracking().Select(plan => new PlanRow
    {
        Code = plan.Code, Name = plan.Name, RegionCode = plan.RegionCode, BaseYear = plan.BaseYear, EndYear = plan.EndYear,
        Path = plan.Path, Source = plan.Source, Confidence = plan.Confidence,
    });

    public static IQueryable<PlanTargetRow> PlanTargets(QuotaDb db) =>
        from target in db.PlanTargets.AsNoTracking()
        join plan in db.Plans on target.PlanCode equals plan.Code
        select new PlanTargetRow
        {
            Id = target.Id, PlanCode = target.PlanCode, PlanName = plan.Name, Indicator = target.Indicator,
            CumulativeRatePercent = target.CumulativeRatePercent, Source = target.Source, Confidence = target.Confidence,
        };
}
