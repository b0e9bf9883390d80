using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Imports.Bills;

namespace BuildingQuota.Features.Imports;

/// <summary>
/// What a written row leaves to be evaluated again. Later years follow from the year of a change by themselves: their plan path and
/// their bounds read it (docs/rules/what-is-evaluated-again.md).
/// </summary>
internal static class Touches
{
    /// <summary>Null for what nothing is judged by.</summary>
    public static StaleMark? Of(object row) => row switch
    {
        Bill bill => StaleMark.Institution(bill.InstitutionCode, bill.PeriodStart.Year),
        FloorArea area => StaleMark.Institution(area.InstitutionCode, area.From.Year),
        Headcount count => StaleMark.Institution(count.InstitutionCode, count.From.Year),
        Allocation allocation => StaleMark.Institution(allocation.InstitutionCode, allocation.From.Year),
        Occupancy use => StaleMark.Institution(use.InstitutionCode, use.From.Year),
        Building building => StaleMark.Institution(building.InstitutionCode, StaleMark.EveryYear),
        Meter meter => StaleMark.Institution(meter.InstitutionCode, StaleMark.EveryYear),
        Institution institution => StaleMark.Institution(institution.Code, StaleMark.EveryYear),
        PlanBase { InstitutionCode: { } institution } => StaleMark.Institution(institution, StaleMark.EveryYear),
        PlanBase region => StaleMark.Sums(region.SubjectCode, StaleMark.EveryYear),
        Adoption adoption => StaleMark.Below(adoption.RegionCode, adoption.From.Year),
        RuleSet set => StaleMark.Below(set.RegionCode, set.FromYear),
        Reading reading => StaleMark.Institution(reading.InstitutionCode, reading.ReadOn.AddDays(-BillsFile.LongestDays).Year),
        QuotaStandard or QuotaStandardEvent or Quota => null, // drafts: publishing marks
        BilledYear year => StaleMark.Everywhere(year.Year),
        _ => StaleMark.Everywhere(StaleMark.EveryYear),
    };
}
