namespace BuildingQuota.Oracle.Regions;

/// <summary>Institutions on the limits of the rules: on, just under and just over each, and with nothing to divide by.</summary>
internal static class Edges
{
    private const string Place = "REDGE";

    public static void Lay(RandomRegion region)
    {
        region.Write("regions", Place, "Edges", "county", "654200");
        region.Write("adoptions", Place, "DB37/T 2672-2019", "A", "2018-01-01");
        region.Write("adoptions", Place, "DB37/T 2672-2019", "B", Dice.Text(new DateOnly(region.Years[1], 1, 1)));
        region.Write("adoptions", Place, "DB37/T 4452-2021", "", "2018-01-01");
        foreach (var (at, tonnes) in new[] { 20m, 20.00004m, 19.99996m, 11.9m, 11.90001m, 6.5m, 6.49999m, 0m }.Index())
            Agency(region, $"EQ{at}", 1000, ("other_tce", "tce", tonnes, 0), ("water", "m3", 250 - at, 0));
        foreach (var lost in new[] { 17, 18, 19, 20 })
            Agency(region, $"EG{lost}", 2000, ("electricity", "kWh", 120_000 + lost, lost));
        Agency(region, "ELET", 1000, ("electricity", "kWh", 5000, 0));
        region.Write("areas", "ELET-B", "2015-01-01", "1000", "0", "0", "0", "1000", "all of it let");
        region.Write("meters", "ELET-T", "ELET-B", "", "ELET-B-electricity", "electricity", "kWh", "tenant", "1", Dice.Text(region.From), "");
        region.Write("institutions", "EROOF", "Without a building", "agency", "county", "", Place, "", "");
        region.Write("headcounts", "EROOF", "2015-01-01", "20", "energy", "");
        Metering.Vehicles(region, "EROOF");
    }

    /// <summary>One building, ten people, a bill a year from each meter; of the middle year's the last days are lost.</summary>
    private static void Agency(RandomRegion region, string code, decimal area, params (string Carrier, string Unit, decimal Year, int Lost)[] meters)
    {
        region.Write("institutions", code, "Edge " + code, "agency", "county", "", Place, "", "cold");
        region.Write("buildings", code + "-B", code, "Building", "office", Dice.Text(area), "0", "none", "2010-01-01", "");
        region.Write("headcounts", code, "2015-01-01", "10", "energy", "");
        region.Write("plan_bases", "TC-FYP14", "institution", code, "EnergyPerArea", "21.0526", "on the path");
        foreach (var (carrier, unit, quantity, lost) in meters)
        {
            var meter = $"{code}-B-{carrier}";
            region.Write("meters", meter, code + "-B", "", "", carrier, unit, "", "1", Dice.Text(region.From), "");
            foreach (var year in region.Years)
                region.Write("bills", "", "", meter, "", Dice.Text(new DateOnly(year, 1, 1)),
                    Dice.Text(new DateOnly(year + 1, 1, 1).AddDays(year == region.Years[1] ? -lost : 0)), Dice.Text(quantity), unit, "", "", $"{meter}-{year}");
        }
    }
}
