namespace BuildingQuota.Domain.Metering;

/// <summary>What one meter contributes to one building (or to the institution as a whole) in one month, sub-meters already taken out.</summary>
public sealed record UseLine(MeterMonth Days, Meter Meter, string InstitutionCode, string? BuildingCode, int Month)
{
    /// <summary>In the carrier's own unit.</summary>
    public required decimal Quantity { get; init; }

    public required decimal Cost { get; init; }

    public required decimal Estimated { get; init; }
}
