namespace BuildingQuota.Testing.DemoRegion;

/// <summary>
/// What a class would use in a year if it stood just at its quota (DB37 zone B, its coefficients), in own units. The story multiplies by
/// <see cref="Habits"/>, so that the mix of verdicts is known beforehand; where there is no quota it is a usual figure.
/// </summary>
internal static class Intensity
{
    public static decimal ElectricityPerArea(InstitutionSpec of) => (of.Kind, of.Level, of.Grade) switch
    {
        ("agency", "prefecture", _) => 71m,
        ("agency", _, _) => 66m,
        ("hospital", _, "grade3") => 122m,
        ("hospital", _, "grade2") => 106m,
        ("hospital", _, _) => 55m,
        ("library", "prefecture", _) => 52m,
        ("library", _, _) => 39m,
        ("museum", "prefecture", _) => 65m,
        ("museum", _, _) => 37m,
        ("theatre", "prefecture", _) => 55m,
        ("theatre", _, _) => 40m,
        ("gymnasium", "prefecture", _) => 53m,
        ("gymnasium", _, _) => 47m,
        ("science_centre", _, _) => 50m,
        ("service_hall", _, _) => 75m,
        ("university" or "college", _, _) => 55m,
        ("archive" or "other", _, _) => 58m,
        _ => 38m,
    };

    /// <summary>Per heated area: GJ, m³, kWh, t or L by the way of heating.</summary>
    public static decimal HeatPerArea(string kind, string heating) => heating switch
    {
        "district_metered" => DistrictLimit(kind) / 34.12m,
        "coal_boiler" => DistrictLimit(kind) / 714.3m,
        "gas_boiler" => 12.3m / 1.2143m,
        "oil_boiler" => 12.3m / 1.253106m,
        "air_conditioner" => 12.4m / 0.31m,
        _ => 0m,
    };

    /// <summary>Cubic metres a year of the whole institution.</summary>
    public static decimal Water(InstitutionSpec of) => of.Kind switch
    {
        "hospital" => of.Beds * 0.365m * of.Grade switch { "grade3" => 804m, "grade2" => 540m, _ => 435m },
        "university" or "college" => 50m * of.WaterPersons,
        "vocational_school" => 25m * of.WaterPersons,
        "boarding_school" => 14m * of.WaterPersons,
        "school" => 10.8m * of.WaterPersons,
        "kindergarten" => 13.9m * of.WaterPersons,
        "library" or "archive" => 1.8m * of.Buildings.Sum(building => building.Area),
        _ => 25m * of.Persons,
    };

    private static decimal DistrictLimit(string kind) => kind switch { "hospital" => 13.4m, "gymnasium" => 16.7m, _ => 12.7m };
}
