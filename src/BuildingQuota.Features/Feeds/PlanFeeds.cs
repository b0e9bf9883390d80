using BuildingQuota.Data;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Feeds;

/// <summary>Scores under plans, what they rest on, and the orders that changed a year, as rows.</summary>
internal static class PlanFeeds
{
    /// <summary>Those that stand, with the levels of the year before as they stand now.</summary>
    public static IQueryable<PlanScoreRow> PlanScores(QuotaDb db) =>
        from score in Standing(db)
        join plan in db.Plans on score.PlanCode equals plan.Code
        join found in Standing(db) on new { score.SubjectKind, score.SubjectCode, score.Indicator, Year = score.Year - 1 }
            equals new { found.SubjectKind, found.SubjectCode, found.Indicator, found.Year } into years
        from last in years.DefaultIfEmpty()
        select new PlanScoreRow
        {
            Id = score.Id, SubjectKind = score.SubjectKind, SubjectCode = score.SubjectCode, SubjectName = score.SubjectName,
            InstitutionCode = score.InstitutionCode, RegionCode = score.RegionCode, Year = score.Year, PlanCode = score.PlanCode,
            PlanName = plan.Name, Indicator = score.Indicator, Unit = score.Unit, PlanActual = score.PlanActual, LastActual = score.LastActual,
            BaseValue = score.BaseValue, BaseSource = score.BaseSource, BaseWouldBe = score.BaseWouldBe,
            OriginalTargetValue = score.OriginalTargetValue, TargetValue = score.TargetValue, TargetBasis = score.TargetBasis,
            PlanOverrideId = score.OverrideId, Debt = score.Debt, RequiredDeclinePercent = score.RequiredDeclinePercent,
            DeclinePercent = score.DeclinePercent, CompletionPercent = score.CompletionPercent, ProgressPercent = score.ProgressPercent,
            PlanPercent = score.PlanPercent, AnnualMet = score.AnnualMet, CumulativeMet = score.CumulativeMet, ModelA = score.ModelA,
            ModelB = score.ModelB, Grade = score.Grade, IsVetoed = score.IsVetoed, WarningLevelAnnual = score.WarningLevelAnnual,
            WarningLevelPlan = score.WarningLevelPlan, WarningLevelTotal = score.WarningLevelTotal,
            PreviousWarningLevelAnnual = last!.WarningLevelAnnual, PreviousWarningLevelPlan = last.WarningLevelPlan,
            PreviousWarningLevelTotal = last.WarningLevelTotal, CapValue = score.CapValue, ScoreRuleSet = score.ScoreRules,
            ScoreParameters = score.ScoreParameters, EvaluationId = score.EvaluationId,
        };

    public static IQueryable<PlanOverrideRow> PlanOverrides(QuotaDb db) => db.PlanOverrides.AsNoTracking().Select(order => new PlanOverrideRow
    {
        Id = order.Id, PlanCode = order.PlanCode, RegionCode = order.RegionCode,
        Indicator = order.Indicator, Year = order.Year, Kind = order.Kind, Amount = order.Amount, Reason = order.Reason, Source = order.Source,
        EnteredBy = order.EnteredBy, EnteredAt = order.EnteredAt, IsCurrent = order.SupersededById == null, SupersededById = order.SupersededById,
    });

    public static IQueryable<FrozenBaseRow> FrozenBases(QuotaDb db) => db.FrozenBases.AsNoTracking().Select(row => new FrozenBaseRow
    {
        Id = row.Id, PlanCode = row.PlanCode, SubjectKind = row.SubjectKind, SubjectCode = row.SubjectCode, InstitutionCode = row.InstitutionCode,
        Indicator = row.Indicator, BaseValue = row.BaseValue, SourceKind = row.SourceKind, EvaluationId = row.EvaluationId, ImportId = row.ImportId,
        Reason = row.Reason, FrozenBy = row.FrozenBy, FrozenAt = row.FrozenAt, IsCurrent = row.SupersededById == null,
        SupersededById = row.SupersededById,
    });

    public static IQueryable<ScoreRuleRow> ScoreRules(QuotaDb db) => db.ScoreRules.AsNoTracking().Select(rule => new ScoreRuleRow
    {
        Id = rule.Id, SetCode = rule.SetCode, Scale = rule.Scale, Step = rule.Step, AtLeast = rule.AtLeast, Points = rule.Points,
        Source = rule.Source, Confidence = rule.Confidence,
    });

    /// <summary>Every issue that went out; the newest of a region is current.</summary>
    public static IQueryable<BarometerFeedRow> BarometerRows(QuotaDb db) =>
        from row in db.BarometerRows.AsNoTracking()
        join issue in db.BarometerIssues on row.IssueId equals issue.Id
        select new BarometerFeedRow
        {
            Id = row.Id, IssueId = row.IssueId, IssueNumber = issue.Number, IssuedOn = issue.IssuedOn, IssuedBy = issue.IssuedBy,
            RegionCode = issue.RegionCode, RegionName = issue.RegionName, Year = issue.Year, SubjectKind = row.SubjectKind,
            SubjectCode = row.SubjectCode, SubjectName = row.SubjectName, InstitutionCode = row.InstitutionCode, Indicator = row.Indicator,
            PlanCode = row.PlanCode, AnnualLevel = row.AnnualLevel, PlanLevel = row.PlanLevel, TotalLevel = row.TotalLevel,
            PreviousAnnualLevel = row.PreviousAnnualLevel, PreviousPlanLevel = row.PreviousPlanLevel,
            PreviousTotalLevel = row.PreviousTotalLevel, PlanScoreId = row.ScoreId,
            IsCurrent = !db.BarometerIssues.Any(later => later.RegionCode == issue.RegionCode && later.Id > issue.Id),
        };

    private static IQueryable<PlanScore> Standing(QuotaDb db) => db.PlanScores.AsNoTracking().Where(score => score.IsCurrent);
}
