using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Quotas;

/// <summary>What is added up above the line.</summary>
public enum Measure { Kgce, ElectricityKwh, WaterM3, KgCo2 }

/// <summary>What is divided by. Regular area is without data centre and canteen where these are metered.</summary>
public enum DenominatorKind { GrossArea, RegularArea, HeatedArea, Persons, WaterPersons, Beds, One }

/// <summary>
/// One indicator as the statistics count it: what goes above the line, what below, for whom (design §4.2–4.3;
/// docs/rules/indicators.md). What is assessed may differ by a bureau's rules.
/// </summary>
public sealed record IndicatorDefinition(
    Indicator Indicator, string Unit, Measure Measure, DenominatorKind Denominator, Func<Carrier, MeterPurpose, bool> Includes)
{
    private static readonly InstitutionKind[] Venues =
    [
        InstitutionKind.Library, InstitutionKind.Archive, InstitutionKind.Museum,
        InstitutionKind.Theatre, InstitutionKind.Gymnasium, InstitutionKind.ScienceCentre,
    ];

    public static IReadOnlyList<IndicatorDefinition> All { get; } =
    [
        new(Indicator.EnergyPerArea, "kgce/m²", Measure.Kgce, DenominatorKind.GrossArea, InPerArea),
        new(Indicator.EnergyPerCapita, "kgce/person", Measure.Kgce, DenominatorKind.Persons, InPerCapita),
        new(Indicator.NonHeatingEnergyPerArea, "kgce/m²", Measure.Kgce, DenominatorKind.RegularArea,
            (carrier, purpose) => InPerArea(carrier, purpose) && !IsHeating(carrier, purpose) && IsRegular(purpose)),
        new(Indicator.HeatingEnergyPerHeatedArea, "kgce/m²", Measure.Kgce, DenominatorKind.HeatedArea,
            (carrier, purpose) => InPerArea(carrier, purpose) && IsHeating(carrier, purpose)),
        new(Indicator.ElectricityPerArea, "kWh/m²", Measure.ElectricityKwh, DenominatorKind.RegularArea,
            (carrier, purpose) => IsElectricity(carrier) && InPerArea(carrier, purpose) && !IsHeating(carrier, purpose) && IsRegular(purpose)),
        new(Indicator.WaterPerCapita, "m³/person", Measure.WaterM3, DenominatorKind.WaterPersons, IsOwnWater),
        new(Indicator.CarbonPerArea, "kgCO2/m²", Measure.KgCo2, DenominatorKind.GrossArea, InPerArea),
        new(Indicator.CarbonPerCapita, "kgCO2/person", Measure.KgCo2, DenominatorKind.Persons, InPerCapita),
        new(Indicator.TotalEnergy, "kgce", Measure.Kgce, DenominatorKind.One, InTotal),
        new(Indicator.TotalCarbon, "kgCO2", Measure.KgCo2, DenominatorKind.One, InPerCapita),
        new(Indicator.WaterPerArea, "m³/m²", Measure.WaterM3, DenominatorKind.GrossArea, IsOwnWater) { Only = Venues },
        new(Indicator.WaterPerBed, "L/(bed·d)", Measure.WaterM3, DenominatorKind.Beds, IsOwnWater) { Only = [InstitutionKind.Hospital] },
    ];

    /// <summary>The kinds that have the indicator; null for every kind.</summary>
    public IReadOnlyList<InstitutionKind>? Only { get; init; }

    public bool IsPerPerson => Denominator is DenominatorKind.Persons or DenominatorKind.WaterPersons or DenominatorKind.Beds;

    /// <summary>Litres of a cubic metre, for what is given per bed and day.</summary>
    private decimal Scale => Denominator == DenominatorKind.Beds ? 1000 : 1;

    /// <summary>The indicator's value; null when there is nothing to divide by.</summary>
    public decimal? Value(decimal numerator, Denominator by) => by.Days <= 0 ? null : numerator * Scale / Divisor(by);

    /// <summary>The numerator that a limit allows.</summary>
    public decimal Allowed(decimal limit, Denominator by) => limit * Divisor(by) / Scale;

    /// <summary>PV self-use is electricity that was used: here with it, whatever the statistics do.</summary>
    public IndicatorDefinition Physical => WithPv(true);

    /// <summary>The indicator with PV self-use counted as electricity, or deducted (docs/rules/pv-self-use.md).</summary>
    public IndicatorDefinition WithPv(bool counts)
    {
        var includes = Includes;
        return this with
        {
            Includes = (carrier, purpose) => carrier == Carrier.PvSelfUse
                ? counts && includes(Carrier.Electricity, purpose)
                : includes(carrier, purpose),
        };
    }

    public static IndicatorDefinition Of(Indicator indicator) => All.First(definition => definition.Indicator == indicator);

    public bool AppliesTo(InstitutionKind kind) => Only is null || Only.Contains(kind);

    /// <summary>Carriers that the measure counts at all; what a carrier weighs is the coefficient's business.</summary>
    public static bool InPerArea(Carrier carrier, MeterPurpose purpose) =>
        InPerCapita(carrier, purpose) && purpose != MeterPurpose.Vehicle;

    public static bool InPerCapita(Carrier carrier, MeterPurpose purpose) => carrier != Carrier.Water && IsOwn(purpose);

    public static bool InTotal(Carrier carrier, MeterPurpose purpose) => InPerCapita(carrier, purpose) && carrier != Carrier.PvSelfUse;

    public static bool IsOwnWater(Carrier carrier, MeterPurpose purpose) => carrier == Carrier.Water && IsOwn(purpose);

    /// <summary>A bed-day is counted by the day; everything else by the year's average.</summary>
    private decimal Divisor(Denominator by) => Denominator == DenominatorKind.Beds ? by.Days : by.Average;

    private static bool IsOwn(MeterPurpose purpose) => purpose is not (MeterPurpose.Tenant or MeterPurpose.ChargingPublic or MeterPurpose.Export);

    private static bool IsElectricity(Carrier carrier) => carrier is Carrier.Electricity or Carrier.PvSelfUse;

    private static bool IsRegular(MeterPurpose purpose) => purpose is not (MeterPurpose.DataCentre or MeterPurpose.Canteen);

    private static bool IsHeating(Carrier carrier, MeterPurpose purpose) => carrier == Carrier.DistrictHeat || purpose == MeterPurpose.Heating;
}
