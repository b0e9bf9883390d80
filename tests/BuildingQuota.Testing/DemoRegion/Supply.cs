namespace BuildingQuota.Testing.DemoRegion;

/// <summary>How each place is supplied: on which day meters are read, how often, in which unit it is printed.</summary>
internal static class Supply
{
    public static Cycle Electricity(string institution) => Cycle.Monthly(Prefix(institution) switch
    {
        "TCS" => 18,
        "SW" => 26,
        "EM" => 11,
        "YM" => 21,
        "HF" => 6,
        _ => 1,
    });

    public static Cycle Water(string institution) => Prefix(institution) switch
    {
        "DQ" => Cycle.Monthly(5),
        "WS" => Cycle.Monthly(1),
        "SW" => Cycle.BiMonthly(21),
        _ => Cycle.BiMonthly(11),
    };

    public static string ElectricityUnit(decimal area) => area switch { > 15000m => "万kWh", > 9000m => "MWh", _ => "kWh" };

    public static string WaterUnit(InstitutionSpec of) => of.Level == "township" ? "t" : "m3";

    public static string FuelUnit(string institution) => Prefix(institution) == "EM" ? "kg" : "L";

    /// <summary>Ratio of the current transformers in front of the meter.</summary>
    public static decimal Multiplier(decimal area) => area switch { > 9000m => 80m, > 4000m => 40m, > 2500m => 20m, _ => 1m };

    private static string Prefix(string institution) => institution[..institution.IndexOf('-', StringComparison.Ordinal)];
}
