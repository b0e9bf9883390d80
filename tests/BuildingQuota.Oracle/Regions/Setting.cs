namespace BuildingQuota.Oracle.Regions;

/// <summary>Regions below published ones, what they adopted, and the institutions in them.</summary>
internal static class Setting
{
    private static readonly string[] Kinds =
    [
        "agency", "agency", "agency", "hospital", "hospital", "university", "college", "vocational_school", "boarding_school", "school",
        "kindergarten", "library", "archive", "museum", "theatre", "gymnasium", "science_centre", "service_hall", "other",
    ];

    public static void Lay(RandomRegion region, int institutions)
    {
        var places = new List<string>();
        foreach (var (parent, level, below) in new[] { ("654200", "county", "township"), ("320000", "prefecture", "county"), ("650000", "prefecture", "county") })
        {
            var code = "R" + parent;
            region.Write("regions", code, "Region " + code, level, parent);
            region.Write("regions", code + "-1", "Part " + code, below, code);
            places.AddRange([code, code + "-1"]);
            Adopt(region, code);
            if (region.Dice.OneIn(3)) Adopt(region, code + "-1");
        }

        for (var at = 1; at <= institutions; at++) Settle(region, $"I{at:000}", region.Dice.Among(places));
        SharedMeters.Lay(region);
        Edges.Lay(region);
        Adopt(region, region.Dice.Among(places), "adoptions-later");
        foreach (var place in places.Append("650000"))
            if (region.Dice.OneIn(2)) region.Write("plan_bases", "CN-FYP14", "region", place, "CarbonPerArea", Dice.Text(region.Dice.Decimal(30, 80, 2)), "test");
    }

    private static void Adopt(RandomRegion region, string place, string file = "adoptions")
    {
        var from = file == "adoptions" ? new DateOnly(2018, 1, 1) : new DateOnly(region.Years[1], 1, 1);
        foreach (var (standard, zoned) in new[] { ("DB37/T 2672-2019", true), ("DB37/T 2673-2019", true), ("DB37/T 3780-2019", false), ("DB37/T 4452-2021", false) })
        {
            if (region.Dice.OneIn(5)) continue;
            region.Write(file, place, standard, zoned ? region.Dice.Of("A", "B") : "", Dice.Text(from));
            if (zoned && file == "adoptions" && region.Dice.OneIn(2))
                region.Write(file, place, standard, region.Dice.Of("A", "B"), Dice.Text(region.From.AddDays(region.Dice.Between(1, 300))));
        }
    }

    private static void Settle(RandomRegion region, string code, string place)
    {
        var dice = region.Dice;
        var kind = dice.Among(Kinds);
        var grade = kind == "hospital" && !dice.OneIn(6) ? dice.Of("grade1", "grade2", "grade3") : "";
        region.Write("institutions", code, "Institution " + code, kind, dice.Of("province", "prefecture", "county", "township"), grade, place, "",
            dice.Of("severe_cold", "cold", "mild", ""));
        People(region, code, kind);
        var whole = !dice.OneIn(12);
        for (var at = 1; at <= dice.Between(1, 3); at++) Houses.Build(region, code, $"{code}-B{at}", whole && at == 1);
        if (dice.OneIn(2)) Metering.Vehicles(region, code);
        Bases(region, code);
    }

    private static void People(RandomRegion region, string code, string kind)
    {
        var dice = region.Dice;
        foreach (var (basis, some) in new[] { ("energy", !dice.OneIn(15)), ("water", dice.OneIn(3)), ("beds", kind == "hospital" && !dice.OneIn(8)) })
        {
            if (!some) continue;
            var persons = dice.Decimal(10, 900, dice.Of(0, 0, 1));
            if (dice.OneIn(12))
                region.Write("headcounts-later", code, Dice.Text(region.AnyDay()), Dice.Text(dice.Decimal(persons / 2, persons * 2, 0)), basis, "");
            region.Write("headcounts", code, dice.OneIn(10) ? Dice.Text(region.AnyDay()) : "2015-01-01", Dice.Text(persons), basis, "");
            var day = region.From;
            while (!dice.OneIn(2) && (day = day.AddDays(dice.Between(20, 500))) < region.Until)
                region.Write("headcounts", code, Dice.Text(day), Dice.Text(dice.Decimal(persons / 2, persons * 2, 0)), basis, "");
        }
    }

    private static void Bases(RandomRegion region, string code)
    {
        var dice = region.Dice;
        foreach (var plan in new[] { "CN-FYP14", "TC-FYP14", "JS-FYP14", "XJ-FYP13", "CN-FYP13" })
            foreach (var (indicator, low, high) in new[] { ("EnergyPerArea", 8m, 40m), ("EnergyPerCapita", 100m, 2500m), ("WaterPerCapita", 8m, 60m), ("CarbonPerArea", 20m, 90m) })
                if (dice.OneIn(3))
                    region.Write("plan_bases", plan, "institution", code, indicator, Dice.Text(dice.Decimal(low, high, dice.Of(0, 2, 4))), "test");
        if (dice.OneIn(4)) region.Write("plan_bases", "CN-FYP14", "building", code + "-B1", "EnergyPerArea", Dice.Text(dice.Decimal(8, 40, 2)), "test");
    }
}
