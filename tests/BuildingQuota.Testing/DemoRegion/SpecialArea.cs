namespace BuildingQuota.Testing.DemoRegion;

/// <summary>The parts of a building that the regular indicators leave out where they are metered.</summary>
internal sealed record SpecialArea(decimal DataCentre, decimal Canteen, decimal Let)
{
    public decimal Total => DataCentre + Canteen + Let;

    public static SpecialArea Of(BuildingSpec building) => new(
        building.Has(Extras.WholeDataCentre) ? building.Area : building.Has(Extras.DataCentre) ? 160m : 0m,
        !building.Has(Extras.Canteen) ? 0m : Calendar.HalfUp(building.Area * (building.Kind == "canteen" ? 0.85m : 0.06m), 0),
        building.Has(Extras.Tenant) ? 260m : 0m);
}
