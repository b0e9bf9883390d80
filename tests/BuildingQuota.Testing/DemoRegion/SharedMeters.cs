namespace BuildingQuota.Testing.DemoRegion;

/// <summary>Two joint office buildings: one shares by area and persons behind a sub-meter, the other by fixed shares.</summary>
internal static class SharedMeters
{
    public static void Install(Region region)
    {
        var one = new[] { "DQ-NYJ-B1", "DQ-SLJ-B1", "DQ-LCJ-B1" };
        var main = Join(region, one, "E1", "electricity", "kWh", "area");
        Join(region, one, "H1", "district_heat", "GJ", "area");
        Join(region, one, "W1", "water", "m3", "persons");
        InstallSubMeter(region, main);

        var two = new[] { "DQ-JTJ-B1", "DQ-ZRJ-B1" };
        Join(region, two, "E1", "electricity", "kWh", "fixed", 0.45m, 0.55m);
        Join(region, two, "H1", "district_heat", "GJ", "fixed", 0.45m, 0.55m);
        Join(region, two, "W1", "water", "m3", "fixed", 0.45m, 0.55m);
    }

    private static MeterPlan Join(
        Region region, string[] buildings, string suffix, string carrier, string unit, string method, params decimal[] shares)
    {
        var host = buildings[0];
        var code = $"{host}-{suffix}";
        var cycle = carrier switch
        {
            "electricity" => Supply.Electricity(host),
            "water" => Supply.Water(host),
            _ => Cycle.HeatingMonths,
        };
        var plan = new MeterPlan(new MeterRow(
            code, host, region.Building(host).Institution, "", carrier, unit, carrier == "district_heat" ? "heating" : "general",
            carrier == "electricity" ? 40m : 1m, Calendar.Opening, null), cycle);
        plan.Loads.AddRange(region.Shared.Where(use => buildings.Contains(use.Building) && use.Carrier == carrier).Select(use => use.Load));
        region.Meters.Add(plan);
        for (var i = 0; i < buildings.Length; i++)
            region.Allocations.Add(new AllocationRow(
                code, buildings[i], method, shares.Length == 0 ? null : shares[i], Calendar.Opening, null));
        return plan;
    }

    /// <summary>The counter hall of the agriculture bureau is metered first; only the rest is shared.</summary>
    private static void InstallSubMeter(Region region, MeterPlan main)
    {
        var sub = new MeterPlan(main.Row with { Code = "DQ-NYJ-B1-ES", Parent = main.Row.Code, Multiplier = 1m }, main.Cycle);
        var load = new Load(24000m, Shape.Office, 0m);
        sub.Loads.Add(load);
        main.Loads.Add(load);
        region.Meters.Add(sub);
        region.Uses.Add(("DQ-NYJ", "electricity", "general", load.Annual));
    }
}
