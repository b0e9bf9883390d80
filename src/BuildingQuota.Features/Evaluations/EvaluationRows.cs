using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Rows as they are kept and shown: the one place where an indicator is rounded.</summary>
internal static class EvaluationRows
{
    public static Evaluation Evaluation(Finished one, long id, DateTimeOffset readAt) => new()
    {
        Id = id, SubjectKind = one.Subject.Kind, SubjectCode = one.Subject.Code, InstitutionCode = one.InstitutionCode,
        RegionCode = one.RegionCode, Year = one.Year, EvaluatedAt = readAt, EngineVersion = YearEvaluator.EngineVersion,
        InputHash = one.Hash, Trace = one.Trace, IsCurrent = true, SupersedesId = one.Supersedes,
        FrozenHash = one.Inputs.Hash,
    };

    public static MonthlyFact Fact(Finished one, MonthlyUse row, long id) => new()
    {
        Id = id, InstitutionCode = one.InstitutionCode!, BuildingCode = row.Key.BuildingCode, Carrier = row.Key.Carrier,
        Purpose = row.Key.Purpose, Year = one.Year, Month = row.Key.Month, MonthStart = new DateOnly(one.Year, row.Key.Month, 1),
        Quantity = row.Quantity, Unit = row.Unit, Kgce = row.Kgce, KgCo2 = row.KgCo2, CoefficientSet = ConversionTable.Stat,
        CostCny = row.Cost, CoveredDays = row.CoveredDays, DaysInMonth = DateTime.DaysInMonth(one.Year, row.Key.Month),
        EstimatedShare = row.EstimatedShare,
        InPerArea = IndicatorDefinition.InPerArea(row.Key.Carrier, row.Key.Purpose),
        InPerCapita = IndicatorDefinition.InPerCapita(row.Key.Carrier, row.Key.Purpose),
        InTotal = IndicatorDefinition.InTotal(row.Key.Carrier, row.Key.Purpose),
    };

    public static YearVerdict Verdict(Finished one, Verdict verdict, long id, long evaluation, EvaluationRun run) => new()
    {
        Id = id, EvaluationId = evaluation, SubjectKind = verdict.Subject.Kind, SubjectCode = verdict.Subject.Code,
        SubjectName = verdict.SubjectName, InstitutionCode = one.InstitutionCode, RegionCode = one.RegionCode, Year = one.Year,
        Indicator = verdict.Definition.Indicator, Unit = verdict.Definition.Unit, IsCurrent = true,
        Actual = Shown(verdict.Actual), Numerator = verdict.Numerator, Denominator = Shown(verdict.Denominator.Average),
        LowerBound = Shown(verdict.LowerBound), UpperBound = Shown(verdict.UpperBound), Sufficiency = verdict.Sufficiency,
        TierName = verdict.Tier, Constraint = verdict.Quota.Quota?.Constraint, Baseline = verdict.Quota.Quota?.Baseline,
        Guiding = verdict.Quota.Quota?.Guiding, QuotaStandard = verdict.Quota.Standard?.Code,
        OverrunAmount = verdict.OverrunAmount is { } over ? Rounding.HalfUp(over, Rounding.QuantityDecimals) : null,
        OverrunPercent = Shown(verdict.OverrunPercent), PartialYear = verdict.PartialYear,
        EstimatedShare = Rounding.HalfUp(verdict.EstimatedShare, Rounding.IndicatorDecimals), Provisional = verdict.Provisional,
        StatNumerator = verdict.StatNumerator, StatNumeratorLow = verdict.StatBounds?.Low, StatNumeratorHigh = verdict.StatBounds?.High,
        PlanActual = Shown(verdict.PlanActual), PlanCode = verdict.Plan?.Match.Plan.Code, BaseValue = Shown(verdict.Plan?.BaseValue),
        TargetValue = Shown(verdict.Plan?.Target), OriginalTargetValue = Shown(verdict.Plan?.OriginalTarget),
        TargetMet = verdict.Plan?.Met(verdict.PlanActual), ChangeFromBasePercent = Shown(verdict.Plan?.ChangeFromBasePercent(verdict.PlanActual)),
        PhysicalAmount = verdict.PhysicalAmount, RuleSet = verdict.Rules?.RuleSet,
        CoefficientSet = verdict.CoefficientSet, FactorSet = run.Book.FactorSet,
    };

    internal static decimal? Shown(decimal? value) => value is { } exact ? Rounding.HalfUp(exact, Rounding.IndicatorDecimals) : null;
}
