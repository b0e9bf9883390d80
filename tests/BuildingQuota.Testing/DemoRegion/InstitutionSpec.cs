namespace BuildingQuota.Testing.DemoRegion;

/// <summary>What else a building has behind its main meters.</summary>
[Flags]
internal enum Extras
{
    None = 0,
    DataCentre = 1,
    Canteen = 2,
    Tenant = 4,
    PublicCharging = 8,
    Solar = 16,

    /// <summary>Its electricity, heat and water come through a meter that several buildings share.</summary>
    Shared = 32,

    /// <summary>The whole building is one data centre.</summary>
    WholeDataCentre = 64,
}

internal sealed record BuildingSpec(string Suffix, string Name, string Kind, decimal Area, Extras Extras = Extras.None)
{
    /// <summary>Heating of this building where it differs from the institution's.</summary>
    public string? Heating { get; init; }

    public DateOnly From { get; init; } = new(2012, 9, 1);

    public DateOnly? To { get; init; }

    public bool Has(Extras extra) => (Extras & extra) != 0;
}

/// <summary>One institution as its story is told; names get the mark of invention when they are written.</summary>
internal sealed record InstitutionSpec(
    string Code, string Name, string Kind, string Level, string Region, int Persons, string Heating, params BuildingSpec[] Buildings)
{
    public string Grade { get; init; } = "";

    public string Parent { get; init; } = "";

    /// <summary>Open beds of a hospital.</summary>
    public int Beds { get; init; }

    /// <summary>Persons of the water standard where they are counted otherwise than those of energy.</summary>
    public int WaterPersons { get; init; }

    public decimal GasolineLitresPerPerson => Kind switch
    {
        "agency" when Level == "township" => 130m,
        "agency" => 85m,
        "hospital" => 14m,
        "service_hall" or "other" => 30m,
        _ => 0m,
    };

    public Shape ElectricityShape => Kind switch
    {
        "hospital" => Shape.Hospital,
        "university" or "college" or "vocational_school" or "boarding_school" or "school" or "kindergarten" => Shape.School,
        _ => Shape.Office,
    };
}
