using BuildingQuota.Data;
using BuildingQuota.Features.Evaluations;
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
            EstimatedShare = verdict.EstimatedShare, Provisional = verdict.Provisional, CoefficientSet = verdict.CoefficientSet, FactorSet = verdict.FactorSet,
            QuotaStandard = verdict.QuotaStandard, PlanCode = verdict.PlanCode, EvaluationId = verdict.EvaluationId,
            PhysicalAmount = verdict.PhysicalAmount, StatisticalAmount = verdict.StatNumerator, AssessedAmount = verdict.Numerator,
            RuleSet = verdict.RuleSet,
        });

    /// <summary>Of the verdicts that stand.</summary>
    public static IQueryable<DecidingBillRow> DecidingBills(QuotaDb db) =>
        from bill in db.DecidingBills.AsNoTracking()
        join verdict in db.YearVerdicts on bill.VerdictId equals verdict.Id
        where verdict.IsCurrent
        select new DecidingBillRow
        {
            Id = bill.Id, VerdictId = bill.VerdictId, SubjectKind = bill.SubjectKind, SubjectCode = bill.SubjectCode,
            SubjectName = verdict.SubjectName, InstitutionCode = bill.InstitutionCode, RegionCode = verdict.RegionCode, Year = bill.Year,
            Indicator = bill.Indicator, IndicatorUnit = verdict.Unit, Rank = bill.Rank, MeterCode = bill.MeterCode,
            MissingFrom = bill.MissingFrom, MissingUntil = bill.MissingUntil, MissingDays = bill.MissingDays,
            QuantityAtMost = bill.QuantityAtMost, AmountAtMost = bill.AmountAtMost, IndicatorAtMost = bill.IndicatorAtMost,
            DecidesAlone = bill.DecidesAlone, DecidesTogether = bill.DecidesTogether, EvaluationId = bill.EvaluationId,
        };

    /// <summary>Every verdict that took an earlier one's place, beside it.</summary>
    public static IQueryable<VerdictRevisionRow> VerdictRevisions(QuotaDb db) => db.Revisions().Select(pair => new VerdictRevisionRow
    {
        Id = pair.Now.Id, SubjectKind = pair.Now.SubjectKind, SubjectCode = pair.Now.SubjectCode, SubjectName = pair.Now.SubjectName,
        InstitutionCode = pair.Now.InstitutionCode, RegionCode = pair.Now.RegionCode, Year = pair.Now.Year, Indicator = pair.Now.Indicator,
        Unit = pair.Now.Unit, RevisedAt = pair.Run.EvaluatedAt, EvaluationId = pair.Run.Id, SupersededEvaluationId = pair.Before.EvaluationId,
        ActualBefore = pair.Before.Actual, Actual = pair.Now.Actual, NumeratorBefore = pair.Before.Numerator, Numerator = pair.Now.Numerator,
        DenominatorBefore = pair.Before.Denominator, Denominator = pair.Now.Denominator,
        TierNameBefore = pair.Before.TierName, TierName = pair.Now.TierName,
        SufficiencyBefore = pair.Before.Sufficiency, Sufficiency = pair.Now.Sufficiency, Direction = pair.Direction, IsCurrent = pair.Now.IsCurrent,
    });

    public static IQueryable<EvaluationRow> Evaluations(QuotaDb db) => db.Evaluations.AsNoTracking().Select(run => new EvaluationRow
    {
        Id = run.Id, SubjectKind = run.SubjectKind, SubjectCode = run.SubjectCode, InstitutionCode = run.InstitutionCode,
        RegionCode = run.RegionCode, Year = run.Year, EvaluatedAt = run.EvaluatedAt, EngineVersion = run.EngineVersion,
        InputHash = run.InputHash, IsCurrent = run.IsCurrent, SupersedesId = run.SupersedesId,
    });
}
