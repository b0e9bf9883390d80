namespace BuildingQuota.Oracle.Regions;

/// <summary>Meters over buildings of several institutions, by fixed shares, area or persons, and otherwise from some day on.</summary>
internal static class SharedMeters
{
    public static void Lay(RandomRegion region)
    {
        var buildings = Buildings(region).ToList();
        var dice = region.Dice;
        for (var at = 1; at <= buildings.Count / 12; at++)
        {
            var some = Enumerable.Range(0, dice.Between(2, 4)).Select(_ => dice.Among(buildings)).DistinctBy(building => building.Code).ToList();
            var (code, home) = ($"S{at:00}", some[0]);
            var carrier = dice.Of("electricity", "electricity", "water", "district_heat", "natural_gas");
            var daily = dice.Decimal(50, 900, 1);
            var main = Metering.Add(region, code, home.Code, home.Institution, "", carrier, dice.Of("general", "general", "tenant", "data_centre", "canteen"), daily, region.From, region.Until);
            if (main is not { } span) continue;
            foreach (var (from, to) in Periods(region)) Share(region, code, some, from, to);
            if (dice.OneIn(2))
                Metering.Add(region, code + "-s", some[^1].Code, some[^1].Institution, code, carrier, dice.Of("general", "tenant", "data_centre"), daily / 5, span.From, span.Until);
        }
    }

    private static IEnumerable<(string Code, string Institution)> Buildings(RandomRegion region) =>
        Reading.CsvText.Rows(region.Files.First(file => file.Name == "buildings.csv").Text).Select(row => (row.Text("code"), row.Text("institution_code")));

    private static IEnumerable<(DateOnly From, DateOnly? To)> Periods(RandomRegion region)
    {
        var start = new DateOnly(2015, 1, 1);
        if (region.Dice.OneIn(2)) return [(start, null)];
        var day = region.AnyDay();
        return [(start, day), (day, null)];
    }

    private static void Share(RandomRegion region, string meter, List<(string Code, string Institution)> some, DateOnly from, DateOnly? to)
    {
        var method = region.Dice.Of("fixed", "area", "persons");
        var left = 1m;
        for (var at = 0; at < some.Count; at++)
        {
            var share = at == some.Count - 1 ? left : region.Dice.Decimal(0.05m, 0.3m, region.Dice.Of(1, 2, 4));
            if (share <= 0) share = 0.05m;
            left -= share;
            region.Write("allocations", meter, some[at].Code, method, method == "fixed" ? Dice.Text(share) : "", Dice.Text(from), Dice.Text(to));
        }
    }
}
