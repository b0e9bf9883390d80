namespace BuildingQuota.Oracle.Calculation;

/// <summary>What an indicator adds up.</summary>
public enum Measure
{
    Kgce,
    KgCo2,
    Quantity,
}

/// <summary>What an indicator divides by.</summary>
public enum Divisor
{
    One,
    Area,
    RegularArea,
    HeatedArea,
    Persons,
    WaterPersons,
    Beds,
}

/// <summary>An indicator of design §4.2: which rows enter, what of them is added, and what it is divided by.</summary>
public sealed record IndicatorRule(string Name, Measure Measure, Divisor Divisor, Func<Fact, bool> Enters)
{
    public static IReadOnlyList<IndicatorRule> All { get; } =
    [
        new("EnergyPerArea", Measure.Kgce, Divisor.Area, fact => fact.InPerArea),
        new("EnergyPerCapita", Measure.Kgce, Divisor.Persons, fact => fact.InPerCapita),
        new("NonHeatingEnergyPerArea", Measure.Kgce, Divisor.RegularArea, fact => fact.IsRegular),
        new("HeatingEnergyPerHeatedArea", Measure.Kgce, Divisor.HeatedArea, fact => fact.InPerArea && fact.IsHeating),
        new("ElectricityPerArea", Measure.Quantity, Divisor.RegularArea,
            fact => fact.IsRegular && fact.Carrier is ("electricity" or "pv_self_use")),
        new("WaterPerCapita", Measure.Quantity, Divisor.WaterPersons, IsWater),
        new("CarbonPerArea", Measure.KgCo2, Divisor.Area, fact => fact.InPerArea),
        new("CarbonPerCapita", Measure.KgCo2, Divisor.Persons, fact => fact.InPerCapita),
        new("TotalEnergy", Measure.Kgce, Divisor.One, fact => fact.InTotal),
        new("TotalCarbon", Measure.KgCo2, Divisor.One, fact => fact.InPerCapita),
        new("WaterPerArea", Measure.Quantity, Divisor.Area, IsWater),
        new("WaterPerBed", Measure.Quantity, Divisor.Beds, IsWater),
    ];

    /// <summary>Buildings have all but those that count people; water per area is for venues, per bed for hospitals.</summary>
    public bool AppliesTo(string subjectKind, string institutionKind) =>
        (subjectKind != "Building" || Divisor is not (Divisor.Persons or Divisor.WaterPersons or Divisor.Beds))
        && (Name != "WaterPerBed" || institutionKind == "hospital")
        && (Name != "WaterPerArea"
            || institutionKind is "library" or "archive" or "museum" or "theatre" or "gymnasium" or "science_centre");

    private static bool IsWater(Fact fact) => fact.IsVerdicts && fact.Carrier == "water";
}
