using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Metering;

/// <summary>能源品种. Each has one own unit in which it is shared, stored and added (docs/rules/units.md).</summary>
public enum Carrier { Electricity, NaturalGas, DistrictHeat, RawCoal, Gasoline, Diesel, Lpg, Water, PvSelfUse, OtherTce }

/// <summary>
/// What the energy behind a meter is for: decides which indicators it enters. Export is what a PV plant gives to the grid, a sub-meter of
/// its generation meter: it enters none (docs/rules/pv-self-use.md).
/// </summary>
public enum MeterPurpose { General, Heating, DataCentre, Vehicle, Canteen, Tenant, ChargingPublic, Export }

/// <summary>计量器具. A meter with a parent is a sub-meter: its quantity is also in the bill of its main meter.</summary>
public sealed class Meter
{
    public required string Code { get; init; }

    /// <summary>Null for what belongs to the institution as a whole (vehicle fuel).</summary>
    public string? BuildingCode { get; init; }

    public required string InstitutionCode { get; init; }

    public string? ParentCode { get; init; }

    public required Carrier Carrier { get; init; }

    /// <summary>Unit that its bills are usually in; a bill may use any unit of the carrier.</summary>
    public required string Unit { get; init; }

    public required MeterPurpose Purpose { get; init; }

    /// <summary>倍率, for readings only: bills are already multiplied.</summary>
    public required decimal Multiplier { get; init; }

    public required DateOnly ActiveFrom { get; init; }

    public DateOnly? ActiveTo { get; init; }

    public DateSpan Active => DateSpan.Since(ActiveFrom, ActiveTo);
}
