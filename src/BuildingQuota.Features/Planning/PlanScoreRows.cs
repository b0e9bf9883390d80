using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Features.Evaluations;

namespace BuildingQuota.Features.Planning;

/// <summary>Rows as they are kept and shown: the one place where a score's figures are rounded.</summary>
internal static class PlanScoreRows
{
    /// <summary>Verdicts that a plan speaks of: by a target, or by a limit on a total.</summary>
    public static bool Has(Verdict verdict) => verdict.Plan is not null || verdict.PlanLimit is not null;

    public static PlanScore Of(Finished one, Verdict verdict, long id, long evaluation)
    {
        var (plan, limit, progress) = (verdict.Plan, verdict.PlanLimit, verdict.PlanProgress);
        var rules = plan?.ScoreRules ?? limit?.ScoreRules;
        return new PlanScore
        {
            Id = id, EvaluationId = evaluation, SubjectKind = verdict.Subject.Kind, SubjectCode = verdict.Subject.Code,
            SubjectName = verdict.SubjectName, InstitutionCode = one.InstitutionCode, RegionCode = one.RegionCode, Year = one.Year,
            PlanCode = plan?.Match.Plan.Code ?? limit!.PlanCode, Indicator = verdict.Definition.Indicator, Unit = verdict.Definition.Unit,
            PlanActual = Shown(verdict.PlanActual), LastActual = Shown(plan?.LastActual),
            BaseValue = Shown(plan?.BaseValue), BaseSource = plan?.Base.Source,
            BaseWouldBe = plan?.Base.WouldBe?.Value, BaseWouldBeSource = plan?.Base.WouldBe?.Source,
            OriginalTargetValue = Shown(plan?.OriginalTarget), TargetValue = Shown(plan?.Target), TargetBasis = plan?.Basis,
            OverrideId = plan?.Order?.Id ?? limit?.Order?.Id,
            Debt = Shown(progress?.Debt),
            RequiredDeclinePercent = Shown(progress?.RequiredDeclinePercent), DeclinePercent = Shown(progress?.DeclinePercent),
            CompletionPercent = Shown(progress?.CompletionPercent), ProgressPercent = Shown(progress?.ProgressPercent),
            PlanPercent = Shown(progress?.PlanPercent), AnnualMet = progress?.AnnualMet, CumulativeMet = progress?.CumulativeMet,
            ModelA = progress?.ModelA, ModelB = progress?.ModelB, Grade = progress?.Grade, IsVetoed = progress?.IsVetoed,
            WarningLevelAnnual = progress?.WarningLevelAnnual, WarningLevelPlan = progress?.WarningLevelPlan,
            WarningLevelTotal = limit?.WarningLevel(verdict.PlanActual), CapValue = limit?.Value,
            ScoreRules = rules?.Code, ScoreParameters = rules?.Parameters, IsCurrent = true,
        };
    }

    private static decimal? Shown(decimal? value) => value is { } exact ? Rounding.HalfUp(exact, Rounding.IndicatorDecimals) : null;
}
