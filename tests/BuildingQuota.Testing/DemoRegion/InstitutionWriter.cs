namespace BuildingQuota.Testing.DemoRegion;

/// <summary>Turns one institution's story into master data, timelines and institution-level meters.</summary>
internal sealed class InstitutionWriter(Region region, InstitutionSpec spec)
{
    private readonly Habits _habits = Habits.Of(spec.Code);

    public void Write()
    {
        region.Institutions.Add(new InstitutionRow(
            spec.Code, spec.Name + "（示范）", spec.Kind, spec.Level, spec.Grade, spec.Region, spec.Parent));
        foreach (var building in spec.Buildings) WriteBuilding(building);
        new BuildingMeters(region, spec, _habits).Write();
        WriteHeadcounts();
        WriteVehicles();
    }

    private void WriteBuilding(BuildingSpec building)
    {
        var heating = building.Heating ?? spec.Heating;
        var heated = heating == "none" ? 0m : Calendar.HalfUp(building.Area * 0.93m, 0);
        var code = $"{spec.Code}-{building.Suffix}";
        region.Buildings.Add(new BuildingRow(
            code, spec.Code, building.Name, building.Kind, building.Area, heated, heating, building.From, building.To));
        var special = SpecialArea.Of(building);
        if (special.Total > 0)
            region.Areas.Add(new AreaRow(
                code, Calendar.Opening, building.Area, heated, special.DataCentre, special.Canteen, special.Let, "建账时实测"));
    }

    private void WriteHeadcounts()
    {
        Count("energy", spec.Persons);
        if (spec.Beds > 0) Count("beds", spec.Beds);
        if (spec.WaterPersons > 0 && spec.WaterPersons != spec.Persons) Count("water", spec.WaterPersons);
    }

    private void Count(string basis, int first)
    {
        var dice = new Dice($"{spec.Code} {basis}");
        decimal persons = first;
        for (var year = Calendar.Opening.Year; year <= Calendar.LastYear; year++)
        {
            region.Headcounts.Add(new HeadcountRow(
                spec.Code, new DateOnly(year, 1, 1), persons, basis, year == Calendar.Opening.Year ? "建账" : "年度核定"));
            persons = Calendar.HalfUp(persons * dice.Between(0.985m, 1.02m), 0);
        }
    }

    private void WriteVehicles()
    {
        var litres = spec.Persons * spec.GasolineLitresPerPerson;
        if (litres == 0) return;
        var quarterly = spec.Level == "township" ? Cycle.Quarterly(1) : Cycle.Monthly(1);
        Vehicle("V1", "gasoline", litres, Supply.FuelUnit(spec.Code), quarterly);
        if (spec.Kind == "hospital" || spec.Code.EndsWith("-GOV", StringComparison.Ordinal))
            Vehicle("V2", "diesel", litres * 0.3m, "L", Cycle.Quarterly(1));
    }

    private void Vehicle(string suffix, string carrier, decimal litres, string unit, Cycle cycle)
    {
        var row = new MeterRow($"{spec.Code}-{suffix}", "", spec.Code, "", carrier, unit, "vehicle", 1m, Calendar.Opening, null);
        var plan = new MeterPlan(row, cycle);
        plan.Loads.Add(new Load(litres, Shape.Flat, _habits.Growth));
        region.Meters.Add(plan);
        region.Uses.Add((spec.Code, carrier, "vehicle", litres));
    }
}
