using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>
/// The one row that judges a subject: the nearest region's standard that has the kind and the indicator decides, and exactly one of its
/// rows fits. Otherwise "no quota", never a default (design §3.5).
/// </summary>
public sealed class QuotaClass(Contract contract, Reference reference, RegionTree tree)
{
    public Quota? Of(Subject subject, string indicator, Year year)
    {
        var heating = HeatingOf(subject, year);
        if (indicator == "HeatingEnergyPerHeatedArea" && heating.Count != 1) return null;
        foreach (var region in tree.Upwards(subject.Institution.Region))
            foreach (var adoption in InForce(region, year))
            {
                var table = reference.Quotas.Where(quota => quota.Standard == adoption.Standard && quota.Kind == subject.Institution.Kind
                    && quota.Indicator == indicator).ToList();
                if (table.Count == 0) continue;
                var rows = table.Where(quota => Fits(quota, subject.Institution, adoption.Zone, heating.FirstOrDefault())).ToList();
                return rows.Count == 1 ? rows[0] : null;
            }

        return null;
    }

    /// <summary>Of each standard the last adoption in force on 1 January, the latest first.</summary>
    private IEnumerable<Adoption> InForce(string region, Year year) =>
        contract.Adoptions.Where(adoption => adoption.Region == region && adoption.From <= year.Days[0])
            .OrderByDescending(adoption => adoption.From).DistinctBy(adoption => adoption.Standard);

    private static List<string> HeatingOf(Subject subject, Year year) => [.. subject.Buildings
        .Where(building => building.Heating != "none" && year.Days.Any(day => Timelines.InService(building, day)))
        .Select(building => building.Heating).Distinct()];

    private static bool Fits(Quota quota, Institution institution, string? zone, string? heating) =>
        (quota.Level is null || quota.Level == institution.Level)
        && (quota.Grade is null || quota.Grade == institution.Grade)
        && (quota.Zone is null || quota.Zone == zone)
        && (quota.Heating is null || quota.Heating == heating);
}
