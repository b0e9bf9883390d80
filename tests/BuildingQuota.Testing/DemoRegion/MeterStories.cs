namespace BuildingQuota.Testing.DemoRegion;

/// <summary>Meters with a story of their own: replaced, prepaid, billed once a season, or for an unusual fuel.</summary>
internal static class MeterStories
{
    public static void Apply(Region region)
    {
        ReplaceMeter(region);
        foreach (var code in new[] { "TCS-ZW-B1-E1", "TL-ZF-B1-E1" })
        {
            var meter = region.Meter(code);
            region.Replace(meter, meter.Row, Cycle.Prepaid(code));
        }
        var season = region.Meter("DQ-WJW-B1-H1");
        region.Replace(season, season.Row, Cycle.HeatingSeason);
        AddPellets(region);
    }

    private static void ReplaceMeter(Region region)
    {
        var day = new DateOnly(2024, 7, 16);
        var old = region.Meter("DQ-JYJ-B1-E1");
        var next = new MeterPlan(old.Row with { Code = "DQ-JYJ-B1-E2", Multiplier = 60m, From = day }, old.Cycle);
        next.Loads.AddRange(old.Loads);
        region.Replace(old, old.Row with { To = day });
        region.Meters.Add(next);
    }

    private static void AddPellets(Region region)
    {
        var row = new MeterRow("HF-ZF-B1-X1", "HF-ZF-B1", "HF-ZF", "", "other_tce", "kgce", "canteen", 1m, Calendar.Opening, null);
        var plan = new MeterPlan(row, Cycle.Quarterly(1));
        plan.Loads.Add(new Load(0.9m, Shape.Flat, 0m));
        region.Meters.Add(plan);
        region.Uses.Add(("HF-ZF", "other_tce", "canteen", 0.9m));
    }
}
