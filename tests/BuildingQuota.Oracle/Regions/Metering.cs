namespace BuildingQuota.Oracle.Regions;

/// <summary>The meters of a building and of an institution's cars, mains with sub-meters down to the second.</summary>
internal static class Metering
{
    private static readonly Dictionary<string, string[]> Units = new()
    {
        ["electricity"] = ["kWh", "kWh", "MWh", "万kWh"],
        ["pv_self_use"] = ["kWh", "MWh"],
        ["natural_gas"] = ["m3", "m3", "万m3"],
        ["district_heat"] = ["GJ", "GJ", "MJ", "MWh", "kWh"],
        ["raw_coal"] = ["t", "kg"],
        ["gasoline"] = ["L", "kg", "t"],
        ["diesel"] = ["L", "kg", "t"],
        ["lpg"] = ["kg", "t"],
        ["water"] = ["m3", "t", "L", "万m3"],
        ["other_tce"] = ["tce", "kgce"],
    };

    /// <summary>How much of the own unit one unit is, about: bills need a plausible size, not an exact one.</summary>
    private static readonly Dictionary<(string, string), decimal> Sizes = new()
    {
        [("electricity", "MWh")] = 1000, [("electricity", "万kWh")] = 10000, [("pv_self_use", "MWh")] = 1000, [("natural_gas", "万m3")] = 10000,
        [("district_heat", "MJ")] = 0.001m, [("district_heat", "MWh")] = 3.6m, [("district_heat", "kWh")] = 0.0036m, [("raw_coal", "kg")] = 0.001m,
        [("gasoline", "kg")] = 1.37m, [("gasoline", "t")] = 1370, [("diesel", "kg")] = 1.16m, [("diesel", "t")] = 1160, [("lpg", "t")] = 1000,
        [("water", "L")] = 0.001m, [("water", "万m3")] = 10000, [("other_tce", "kgce")] = 0.001m,
    };

    public static void Fit(RandomRegion region, string institution, string building, decimal area, string heating, DateOnly from, DateOnly until)
    {
        if (until <= from) return;
        var dice = region.Dice;
        var electricity = area * dice.Decimal(15, 130, 2) / 365;
        var main = Add(region, building + "-E", building, institution, "", "electricity", "general", electricity, from, until);
        if (main is { } at) Below(region, at, building, institution, electricity);
        if (dice.OneIn(6)) Add(region, building + "-E2", building, institution, "", "electricity", "general", electricity / 4, from, until);
        if (dice.OneIn(2)) Add(region, building + "-W", building, institution, "", "water", "general", area * dice.Decimal(0.2m, 2, 2) / 365, from, until);
        if (heating.StartsWith("district", StringComparison.Ordinal) && !dice.OneIn(5))
            Add(region, building + "-H", building, institution, "", "district_heat", dice.Of("general", "heating"), area * dice.Decimal(0.15m, 0.6m, 2) / 365, from, until);
        if (heating == "gas_boiler")
            Add(region, building + "-G", building, institution, "", "natural_gas", "heating", area * dice.Decimal(2, 12, 2) / 365, from, until);
        if (heating == "coal_boiler")
            Add(region, building + "-C", building, institution, "", "raw_coal", "heating", area * dice.Decimal(0.005m, 0.03m, 3) / 365, from, until);
        if (dice.OneIn(4)) Add(region, building + "-GK", building, institution, "", "natural_gas", dice.Of("canteen", "general"), area * 0.002m, from, until);
        if (dice.OneIn(6)) Add(region, building + "-PV", building, institution, "", "pv_self_use", "general", area * 0.02m, from, until);
        if (dice.OneIn(8)) Add(region, building + "-L", building, institution, "", "lpg", dice.Of("canteen", "general"), area * 0.0005m, from, until);
        if (dice.OneIn(8)) Add(region, building + "-O", building, institution, "", "other_tce", "general", area * 0.00001m, from, until);
        if (dice.OneIn(8)) Add(region, building + "-D", building, institution, "", "diesel", dice.Of("general", "heating"), area * 0.001m, from, until);
    }

    public static void Vehicles(RandomRegion region, string institution)
    {
        var carrier = region.Dice.Of("gasoline", "diesel");
        Add(region, institution + "-V", "", institution, "", carrier, "vehicle", region.Dice.Decimal(1, 40, 1), region.From, region.Until);
        if (region.Dice.OneIn(4)) Add(region, institution + "-W", "", institution, "", "water", "general", region.Dice.Decimal(1, 30, 1), region.From, region.Until);
    }

    /// <summary>A meter with its bills; nothing when the days leave no room for one.</summary>
    public static MeterSpan? Add(RandomRegion region, string code, string building, string institution, string parent, string carrier,
        string purpose, decimal daily, DateOnly from, DateOnly until, bool loses = true)
    {
        var dice = region.Dice;
        if (dice.OneIn(10)) from = from.AddDays(dice.Between(1, 400));
        if (dice.OneIn(12)) until = until.AddDays(-dice.Between(1, 300));
        if (until.DayNumber - from.DayNumber < 10) return null;
        region.Write("meters", code, building, institution, parent, carrier, dice.Among(Units[carrier]), purpose, dice.Of("1", "1", "40"), Dice.Text(from),
            until < region.Until ? Dice.Text(until) : "");
        var unit = dice.Among(Units[carrier]);
        new Billing(region, code, unit, dice.OneIn(30) ? 0 : daily / Sizes.GetValueOrDefault((carrier, unit), 1), loses).Bill(from, until);
        return new(code, from, until);
    }

    private static void Below(RandomRegion region, MeterSpan main, string building, string institution, decimal daily)
    {
        var dice = region.Dice;
        foreach (var purpose in new[] { "tenant", "data_centre", "canteen", "heating", "charging_public", "general" })
        {
            if (!dice.OneIn(6)) continue;
            var part = daily * dice.Decimal(0.02m, 0.15m, 2);
            var sub = Add(region, $"{main.Code}-{purpose[..2]}", building, institution, main.Code, "electricity", purpose, part, main.From, main.Until);
            if (sub is { } at && dice.OneIn(4))
                Add(region, at.Code + "-x", building, institution, at.Code, "electricity", dice.Of("general", "tenant", "canteen"), part / 3, at.From, at.Until);
        }
    }
}

/// <summary>A meter and the days on which it is active.</summary>
internal readonly record struct MeterSpan(string Code, DateOnly From, DateOnly Until);
