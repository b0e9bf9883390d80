using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Planning;

/// <summary>A base value that was used before anybody froze it. <paramref name="Run"/>: whose evaluation used it.</summary>
internal sealed record BaseUse(Subject Run, string? InstitutionCode, Subject Subject, Indicator Indicator, PlanOutcome Plan)
{
    public (string, Subject, Indicator) Key => (Plan.Match.Plan.Code, Subject, Indicator);

    public static IEnumerable<BaseUse> Of(Subject run, string? institution, IEnumerable<Verdict> verdicts) => verdicts
        .Where(verdict => verdict.Plan is { Base.IsFrozen: false })
        .Select(verdict => new BaseUse(run, institution, verdict.Subject, verdict.Definition.Indicator, verdict.Plan!));
}
