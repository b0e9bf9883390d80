namespace BuildingQuota.Testing.DemoRegion;

/// <summary>The meters of an institution's buildings: mains, sub-meters, heat, water and kitchen gas.</summary>
internal sealed class BuildingMeters(Region region, InstitutionSpec spec, Habits habits)
{
    private decimal Weighted => spec.Buildings.Where(IsRegular).Sum(building => building.Area * Weight(building));

    private decimal RegularArea => spec.Buildings.Where(IsRegular).Sum(building => building.Area - SpecialArea.Of(building).Total);

    public void Write()
    {
        foreach (var building in spec.Buildings)
        {
            if (building.Has(Extras.Shared)) Share(building);
            else WriteMain(building);
        }
        var first = spec.Buildings[0];
        var water = new Load(Intensity.Water(spec) * habits.Water, Shape.Tap, habits.Growth);
        region.Uses.Add((spec.Code, "water", "general", water.Annual));
        if (first.Has(Extras.Shared)) region.Shared.Add((CodeOf(first), "water", water));
        else Add(first, "W1", "water", Supply.WaterUnit(spec), "general", Supply.Water(spec.Code)).Loads.Add(water);
        if (spec.Kind == "kindergarten") Kitchen(first, "L1", "lpg", "kg", spec.Persons * 4.2m, Cycle.BiMonthly(1));
    }

    private void Share(BuildingSpec building)
    {
        var power = Use("electricity", "general", OwnElectricity(building), spec.ElectricityShape);
        region.Shared.Add((CodeOf(building), "electricity", power));
        region.Shared.Add((CodeOf(building), "district_heat", Use("district_heat", "heating", Heat(building), Shape.Heating)));
    }

    private void WriteMain(BuildingSpec building)
    {
        var whole = building.Has(Extras.WholeDataCentre);
        var main = Add(
            building, "E1", "electricity", whole ? "MWh" : Supply.ElectricityUnit(building.Area), whole ? "data_centre" : "general",
            Supply.Electricity(spec.Code));
        if (whole) main.Loads.Add(Use("electricity", "data_centre", building.Area * 1500m, Shape.Flat));
        else main.Loads.Add(Use("electricity", "general", OwnElectricity(building) - SolarOf(building), spec.ElectricityShape));
        WriteBehind(building, main);
        WriteHeat(building, main);
    }

    private void WriteBehind(BuildingSpec building, MeterPlan main)
    {
        var special = SpecialArea.Of(building);
        if (building.Has(Extras.DataCentre)) Sub(main, "ED", "data_centre", special.DataCentre * 1250m, Shape.Flat);
        if (building.Has(Extras.Canteen))
        {
            Sub(main, "EK", "canteen", special.Canteen * 92m, spec.ElectricityShape);
            Kitchen(building, "GK", "natural_gas", "m3", special.Canteen * 13m, Cycle.Quarterly(5));
        }
        if (building.Has(Extras.Tenant)) Sub(main, "ET", "tenant", special.Let * 85m, Shape.Office);
        if (building.Has(Extras.PublicCharging)) Sub(main, "EP", "charging_public", 46000m, Shape.Flat);
        if (building.Has(Extras.Solar))
            Add(building, "PV", "pv_self_use", "kWh", "general", Cycle.Monthly(1)).Loads
                .Add(Use("pv_self_use", "general", SolarOf(building), Shape.Sun));
    }

    private void WriteHeat(BuildingSpec building, MeterPlan main)
    {
        var annual = Heat(building);
        if (annual == 0) return;
        if (HeatingOf(building) == "air_conditioner")
        {
            Sub(main, "EH", "heating", annual, Shape.Heating);
            return;
        }
        var (suffix, carrier, unit, cycle) = HeatingOf(building) switch
        {
            "district_metered" => ("H1", "district_heat", building.Area > 11000m ? "MJ" : "GJ", Cycle.HeatingMonths),
            "gas_boiler" => ("G1", "natural_gas", building.Area > 8000m ? "万m3" : "m3", Cycle.HeatingMonths),
            "oil_boiler" => ("O1", "diesel", "t", Cycle.CoalLorries),
            _ => ("C1", "raw_coal", spec.Kind == "hospital" ? "kg" : "t", Cycle.CoalLorries),
        };
        Add(building, suffix, carrier, unit, "heating", cycle).Loads.Add(Use(carrier, "heating", annual, Shape.Heating));
    }

    private void Sub(MeterPlan main, string suffix, string purpose, decimal annual, Shape shape)
    {
        var row = main.Row with
        {
            Code = $"{main.Row.Building}-{suffix}", Parent = main.Row.Code, Purpose = purpose, Unit = "kWh", Multiplier = 1m,
        };
        var load = purpose is "tenant" or "charging_public" ? new Load(annual, shape, 0m) : Use("electricity", purpose, annual, shape);
        var sub = new MeterPlan(row, main.Cycle);
        sub.Loads.Add(load);
        main.Loads.Add(load);
        region.Meters.Add(sub);
    }

    private void Kitchen(BuildingSpec building, string suffix, string carrier, string unit, decimal annual, Cycle cycle) =>
        Add(building, suffix, carrier, unit, "canteen", cycle).Loads.Add(Use(carrier, "canteen", annual, spec.ElectricityShape));

    private MeterPlan Add(BuildingSpec building, string suffix, string carrier, string unit, string purpose, Cycle cycle)
    {
        var from = building.From > Calendar.Opening ? building.From : Calendar.Opening;
        var multiplier = carrier == "electricity" ? Supply.Multiplier(building.Area) : 1m;
        var plan = new MeterPlan(new MeterRow(
            $"{CodeOf(building)}-{suffix}", CodeOf(building), spec.Code, "", carrier, unit, purpose, multiplier, from, building.To), cycle);
        region.Meters.Add(plan);
        return plan;
    }

    private Load Use(string carrier, string purpose, decimal annual, Shape shape)
    {
        region.Uses.Add((spec.Code, carrier, purpose, annual));
        return new Load(annual, shape, habits.Growth);
    }

    private decimal OwnElectricity(BuildingSpec building) =>
        !IsRegular(building) ? 0m
            : Intensity.ElectricityPerArea(spec) * habits.Electricity * RegularArea * building.Area * Weight(building) / Weighted;

    private decimal Heat(BuildingSpec building) =>
        Calendar.HalfUp(building.Area * 0.93m, 0) * Intensity.HeatPerArea(spec.Kind, HeatingOf(building)) * habits.Heat;

    private static decimal SolarOf(BuildingSpec building) => building.Has(Extras.Solar) ? building.Area * 5m : 0m;

    private string HeatingOf(BuildingSpec building) => building.Heating ?? spec.Heating;

    private string CodeOf(BuildingSpec building) => $"{spec.Code}-{building.Suffix}";

    private static bool IsRegular(BuildingSpec building) => !building.Has(Extras.WholeDataCentre);

    private static decimal Weight(BuildingSpec building) =>
        building.Kind switch { "garage" => 0.2m, "dormitory" => 0.6m, "canteen" => 0.8m, _ => 1m };
}
