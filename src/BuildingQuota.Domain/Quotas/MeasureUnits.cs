namespace BuildingQuota.Domain.Quotas;

/// <summary>The units of numerators, as letters, pages and feeds write them.</summary>
public static class MeasureUnits
{
    public static string InUnit(this Measure measure) => measure switch
    {
        Measure.Kgce => "kgce",
        Measure.ElectricityKwh => "kWh",
        Measure.WaterM3 => "m³",
        Measure.KgCo2 => "kgCO2",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No such measure."),
    };
}
