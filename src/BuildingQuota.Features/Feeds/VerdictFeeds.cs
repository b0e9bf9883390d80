using BuildingQuota.Data;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Feeds;

/// <summary>Verdicts and the runs that gave them, as rows.</summary>
internal static class VerdictFeeds
{
    /// <summary>Those that stand; what a later evaluation replaced is found through Evaluations.</summary>
    public static IQueryable<YearVerdictRow> YearVerdicts(QuotaDb db) => db.YearVerdicts.AsNoTracking().Where(verdict => verdict.IsCurrent)
        .Select(verdict => new YearVerdictRow
        {
            Id = verdict.Id, SubjectKind = verdict.SubjectKind, SubjectCode = verdict.SubjectCode, SubjectName = verdict.SubjectName,
            InstitutionCode = verdict.InstitutionCode, RegionCode = verdict.RegionCode, Year = verdict.Year, Indicator = verdict.Indicator,
            Actual = verdict.Actual, Unit = verdict.Unit, Numerator = verdict.Numerator, Denominator = verdict.Denominator,
            TierName = verdict.TierName, Constraint = verdict.Constraint, Baseline = verdict.Baseline, Guiding = verdict.Guiding,
            OverrunAmount = verdict.OverrunAmount, OverrunPercent = verdict.OverrunPercent, PlanActual = verdict.PlanActual,
            BaseValue = verdict.BaseValue, TargetValue = verdict.TargetValue, OriginalTargetValue = verdict.OriginalTargetValue,
            TargetMet = verdict.TargetMet, ChangeFromBasePercent = verdict.ChangeFromBasePercent, Sufficiency = verdict.Sufficiency,
            LowerBound = verdict.LowerBound, UpperBound = verdict.UpperBound, PartialYear = verdict.PartialYear,
            EstimatedShare = verdict.EstimatedShare, CoefficientSet = verdict.CoefficientSet, FactorSet = verdict.FactorSet,
            QuotaStandard = verdict.QuotaStandard, PlanCode = verdict.PlanCode, EvaluationId = verdict.EvaluationId,
            PhysicalAmount = verdict.PhysicalAmount, StatisticalAmount = verdict.StatNumerator, AssessedAmount = verdict.Numerator,
            RuleSet = verdict.RuleSet,
        });

    public static IQueryable<EvaluationRow> Evaluations(QuotaDb db) => db.Evaluations.AsNoTracking().Select(run => new EvaluationRow
    {
        Id = run.Id, SubjectKind = run.SubjectKind, SubjectCode = run.SubjectCode, InstitutionCode = run.InstitutionCode,
        RegionCode = run.RegionCode, Year = run.Year, EvaluatedAt = run.EvaluatedAt, EngineVersion = run.EngineVersion,
        InputHash = run.InputHash, IsCurrent = run.IsCurrent, SupersedesId = run.SupersedesId,
    });
}
