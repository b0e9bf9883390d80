using BuildingQuota.Oracle.Exact;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>One row of MonthlyFacts, in the statistics' coefficient set.</summary>
public sealed record Fact(string Institution, string? Building, string Carrier, string Purpose, int Year, int Month)
{
    public decimal Quantity { get; set; }
    public decimal Cost { get; set; }
    public Fraction EstimatedQuantity { get; set; }
    public int CoveredDays { get; set; }
    public decimal Kgce { get; set; }
    public decimal KgCo2 { get; set; }
    public List<MeterYear> Meters { get; } = [];

    /// <summary>0 to 1, at six decimals.</summary>
    public decimal EstimatedShare => Quantity == 0 ? 0 : Math.Clamp((EstimatedQuantity / Quantity).Round(6), 0, 1);

    public bool IsVerdicts => Purpose is not ("tenant" or "charging_public");
    public bool InPerCapita => IsVerdicts && Carrier != "water";
    public bool InPerArea => InPerCapita && Purpose != "vehicle";
    public bool InTotal => InPerCapita && Carrier != "pv_self_use";
    public bool IsHeating => Carrier == "district_heat" || Purpose == "heating";
    public bool IsRegular => InPerArea && !IsHeating && Purpose is not ("data_centre" or "canteen");
}
