namespace BuildingQuota.Domain.Quotas;

/// <summary>What is measured and judged (design §4.2); units and inclusions in <c>IndicatorDefinition</c>.</summary>
public enum Indicator
{
    EnergyPerArea, EnergyPerCapita, NonHeatingEnergyPerArea, HeatingEnergyPerHeatedArea, ElectricityPerArea, WaterPerCapita,
    CarbonPerArea, CarbonPerCapita, TotalEnergy, TotalCarbon, WaterPerArea, WaterPerBed,
}
