namespace BuildingQuota.Oracle.Regions;

/// <summary>A building: in service from and to some day, with areas that change.</summary>
internal static class Houses
{
    public static void Build(RandomRegion region, string institution, string code, bool whole)
    {
        var dice = region.Dice;
        var gross = dice.Decimal(300, 20000, dice.Of(0, 0, 0, 1, 2));
        var heating = dice.Of("district_metered", "district_metered", "district_metered", "district_by_area", "air_conditioner", "gas_boiler", "oil_boiler", "coal_boiler", "none");
        var heated = heating == "none" ? 0 : dice.Decimal(gross / 2, gross, 0);
        var from = whole || dice.Chance(80) ? new DateOnly(2012, 9, 1) : region.AnyDay();
        DateOnly? to = !whole && dice.Chance(15) ? from.AddDays(dice.Between(200, 4000)) : null;
        region.Write("buildings", code, institution, "Building " + code, dice.Of("office", "teaching", "ward", "venue", "garage", "other"),
            Dice.Text(gross), Dice.Text(heated), heating, Dice.Text(from), Dice.Text(to));
        Change(region, code, gross, heated, from);
        if (dice.OneIn(10))
            region.Write("areas-later", code, Dice.Text(region.From.AddDays(dice.Between(301, 1000))), Dice.Text(gross), Dice.Text(heated), "0", "0", "0", "measured again");
        Metering.Fit(region, institution, code, gross, heating, from > region.From.AddYears(-1) ? from : region.From, to < region.Until ? to.Value : region.Until);
    }

    private static void Change(RandomRegion region, string code, decimal gross, decimal heated, DateOnly from)
    {
        var dice = region.Dice;
        var day = dice.OneIn(2) ? from : region.From.AddDays(dice.Between(-100, 300));
        while (!dice.OneIn(3) && day < region.Until)
        {
            var (now, part) = (dice.Decimal(gross * 0.8m, gross * 1.2m, dice.Of(0, 0, 2)), gross * 0.2m);
            region.Write("areas", code, Dice.Text(day), Dice.Text(now), Dice.Text(Math.Min(heated, now)), Dice.Text(dice.Decimal(0, part, 0)),
                Dice.Text(dice.OneIn(2) ? 0 : dice.Decimal(0, part, 1)), Dice.Text(dice.OneIn(2) ? 0 : dice.Decimal(0, part, 0)), "");
            day = day.AddDays(dice.Between(15, 500));
        }
    }
}
