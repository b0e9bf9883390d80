using System.Text.Json;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Planning;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>
/// Base values that the run of a year used before anybody had frozen them, or did not read at all. Using them freezes them, so that they
/// stand frozen today is no change (docs/rules/plan-base.md).
/// </summary>
internal sealed class UsedBases(int year, PlanBook plans, PlanHistory history)
{
    /// <summary>Is the row a base that an evaluation froze as it was used?</summary>
    public bool Has(FrozenRow row) => row.List == "frozen" && row.Json.Deserialize<FrozenBase>(FrozenRows.Options) is { } frozen && Has(frozen);

    private bool Has(FrozenBase frozen)
    {
        var subject = new Subject(frozen.SubjectKind, frozen.SubjectCode);
        return frozen.FrozenBy == PlanStore.Engine && plans.FrozenBase(frozen.PlanCode, subject, frozen.Indicator) is null
            && plans.Plans.FirstOrDefault(plan => plan.Code == frozen.PlanCode) is { } plan
            && (year <= plan.BaseYear || year > plan.EndYear
                || PlanOutcomes.BaseToFreeze(plan, subject, frozen.Indicator, plans, history)?.Value == frozen.BaseValue);
    }
}
