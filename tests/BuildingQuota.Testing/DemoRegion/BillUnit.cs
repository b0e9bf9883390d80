namespace BuildingQuota.Testing.DemoRegion;

/// <summary>Units that suppliers print: how many of them make one own unit, the decimals they show, and invented prices.</summary>
internal static class BillUnit
{
    public static (decimal PerOwnUnit, int Places) Of(string carrier, string unit) => (carrier, unit) switch
    {
        (_, "MWh") => (0.001m, 3),
        (_, "万kWh") => (0.0001m, 3),
        (_, "万m3") => (0.0001m, 3),
        (_, "MJ") => (1000m, 0),
        ("gasoline", "kg") => (0.73m, 2),
        ("diesel", "t") => (0.00086m, 3),
        ("raw_coal", "kg") => (1000m, 0),
        ("lpg", "t") => (0.001m, 3),
        ("other_tce", "kgce") => (1000m, 1),
        ("electricity" or "pv_self_use" or "natural_gas" or "water", _) => (1m, 0),
        ("district_heat" or "gasoline" or "diesel", _) => (1m, 2),
        _ => (1m, 3),
    };

    /// <summary>Yuan per own unit.</summary>
    public static decimal PricePerOwnUnit(string carrier) => carrier switch
    {
        "electricity" => 0.52m,
        "pv_self_use" => 0m,
        "natural_gas" => 2.2m,
        "district_heat" => 28m,
        "raw_coal" => 420m,
        "gasoline" => 7.9m,
        "diesel" => 7.6m,
        "lpg" => 6.5m,
        "water" => 3.1m,
        "other_tce" => 900m,
        _ => throw new ArgumentOutOfRangeException(nameof(carrier), carrier, "no price"),
    };
}
