namespace BuildingQuota.Testing.DemoRegion;

/// <summary>
/// What each institution declared for 2020, in the STAT set: its use of 2023 moved by a few percent, so that some have met the plan's path
/// by then and some have not.
/// </summary>
internal static class PlanBases
{
    private const string Source = "2020年公共机构能源资源消费统计（虚构）";

    private static readonly Dictionary<string, (decimal Kgce, decimal KgCo2)> PerOwnUnit = new()
    {
        ["electricity"] = (0.1229m, 0.6021m),
        ["pv_self_use"] = (0.1229m, 0m),
        ["natural_gas"] = (1.33m, 2.16219m),
        ["district_heat"] = (34.12m, 110m),
        ["raw_coal"] = (714.3m, 1741.7m),
        ["gasoline"] = (1.074122m, 2.135323m),
        ["diesel"] = (1.253106m, 2.662474m),
        ["lpg"] = (1.7143m, 3.1013m),
        ["other_tce"] = (1000m, 0m),
    };

    /// <summary>The prefecture's own: by 2024 ahead of its path per area, behind it per head.</summary>
    private static readonly (string Plan, string Indicator, decimal Value)[] Prefecture =
    [
        ("TC-FYP14", "EnergyPerArea", 17.05m), ("TC-FYP14", "EnergyPerCapita", 267.30m),
        ("CN-FYP14", "WaterPerCapita", 23.10m), ("CN-FYP14", "CarbonPerArea", 65.40m),
    ];

    public static void Declare(Region region)
    {
        foreach (var institution in region.Institutions) Declare(region, institution.Code);
        foreach (var (plan, indicator, value) in Prefecture) region.PlanBases.Add(new PlanBaseRow(plan, "region", "654200", indicator, value, Source));
    }

    private static void Declare(Region region, string code)
    {
        var uses = region.Uses.Where(use => use.Institution == code).ToList();
        var energy = uses.Where(use => use.Carrier != "water").ToList();
        var buildings = energy.Where(use => use.Purpose != "vehicle").ToList();
        var area = region.Buildings.Where(row => row.Institution == code && row.From < Calendar.Opening).Sum(row => row.Gross)
            - region.Areas.Where(row => row.Building.StartsWith(code + "-", StringComparison.Ordinal) && row.From == Calendar.Opening)
                .Sum(row => row.Let);
        var persons = Persons(region, code, "energy");
        Add("TC-FYP14", "EnergyPerArea", buildings.Sum(use => use.Annual * PerOwnUnit[use.Carrier].Kgce) / area);
        Add("TC-FYP14", "EnergyPerCapita", energy.Sum(use => use.Annual * PerOwnUnit[use.Carrier].Kgce) / persons);
        Add("CN-FYP14", "WaterPerCapita",
            uses.Where(use => use.Carrier == "water").Sum(use => use.Annual) / (Persons(region, code, "water") ?? persons));
        Add("CN-FYP14", "CarbonPerArea", buildings.Sum(use => use.Annual * PerOwnUnit[use.Carrier].KgCo2) / area);

        void Add(string plan, string indicator, decimal? value)
        {
            var moved = value!.Value * new Dice($"{code} {indicator} 2020").Between(1.0m, indicator == "CarbonPerArea" ? 1.14m : 1.1m);
            region.PlanBases.Add(new PlanBaseRow(plan, "institution", code, indicator, Calendar.HalfUp(moved, 2), Source));
        }
    }

    private static decimal? Persons(Region region, string code, string basis) =>
        region.Headcounts.FirstOrDefault(row => row.Institution == code && row.Basis == basis)?.Persons;
}
