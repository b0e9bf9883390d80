using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Data.Tests.Samples;

/// <summary>What plans keep of a subject: its frozen base and its score. The evaluation has the same id.</summary>
internal sealed class PlanSamples(Region county)
{
    /// <summary>The county's own; its number is as long as its code, so that two counties have two.</summary>
    internal BarometerIssue Issue => new()
    {
        Id = county.Code.Length, RegionCode = county.Code, RegionName = county.Name, Year = 2025, Number = "2026-1", IssuedOn = new(2026, 3, 1),
        IssuedBy = "officer", IssuedAt = SharedSamples.Noon,
    };

    internal IEnumerable<object> Of(long id, SubjectKind kind, string subject, string? institution)
    {
        yield return new FrozenBase
        {
            Id = id, PlanCode = "FYP14", SubjectKind = kind, SubjectCode = subject, InstitutionCode = institution, Indicator = Indicator.EnergyPerArea,
            BaseValue = 12.345678901234567890123456789m, SourceKind = BaseSource.Filed, ImportId = id, FrozenBy = "evaluation", FrozenAt = SharedSamples.Noon,
        };
        yield return new PlanScore
        {
            Id = id, EvaluationId = id, SubjectKind = kind, SubjectCode = subject, SubjectName = subject, InstitutionCode = institution,
            RegionCode = county.Code, Year = 2025, PlanCode = "FYP14", Indicator = Indicator.EnergyPerArea, Unit = "kgce/m²", PlanActual = 12.5m,
            BaseValue = 12.3457m, BaseSource = BaseSource.Filed, TargetBasis = TargetBasis.Replanned, Debt = 0.1m, ModelA = 36, ModelB = 40,
            Grade = PlanGrade.BasicallyCompleted, WarningLevelAnnual = 2, ScoreRules = "CN-GOAL", IsCurrent = true,
        };
        yield return new BarometerRow
        {
            Id = id, IssueId = county.Code.Length, SubjectKind = kind, SubjectCode = subject, SubjectName = subject, InstitutionCode = institution,
            Indicator = Indicator.EnergyPerArea, AnnualLevel = 2, ScoreId = id,
        };
    }
}
