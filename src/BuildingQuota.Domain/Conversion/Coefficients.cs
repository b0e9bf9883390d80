using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Conversion;

/// <summary>折标系数集: a versioned set of kgce per own unit; quotas are only comparable in the set they were calibrated with (domain §3.1).</summary>
public sealed class CoefficientSet
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Source { get; init; }

    public DateOnly? ValidFrom { get; init; }
}

/// <summary>kgce per own unit of one carrier in one set. Water has zero: it is never in tce.</summary>
public sealed class Coefficient
{
    public required string SetCode { get; init; }

    public required Carrier Carrier { get; init; }

    public required string Unit { get; init; }

    public required decimal KgcePerUnit { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }
}

/// <summary>Exact factor from a unit that bills may use to the carrier's own unit, as a fraction.</summary>
public sealed class UnitConversion
{
    public required Carrier Carrier { get; init; }

    public required string Unit { get; init; }

    public required string OwnUnit { get; init; }

    public required decimal Numerator { get; init; }

    public required decimal Denominator { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }
}

/// <summary>kgCO2 per own unit, in a published set; electricity by province (domain §3.2).</summary>
public sealed class EmissionFactor
{
    public required long Id { get; init; }

    public required string SetCode { get; init; }

    public required Carrier Carrier { get; init; }

    /// <summary>Province; empty for the nation and for what does not differ by place.</summary>
    public required string RegionCode { get; init; }

    public required int Year { get; init; }

    public required decimal KgCo2PerUnit { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }
}
