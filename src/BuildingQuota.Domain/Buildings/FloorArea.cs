namespace BuildingQuota.Domain.Buildings;

/// <summary>One segment of the timeline of a building's areas in m²: from a day on, until the next row.</summary>
public sealed class FloorArea
{
    public required long Id { get; init; }

    public required string BuildingCode { get; init; }

    /// <summary>The building's institution, for row scope.</summary>
    public required string InstitutionCode { get; init; }

    public required DateOnly From { get; init; }

    public required decimal GrossAreaM2 { get; init; }

    public required decimal HeatedAreaM2 { get; init; }

    public decimal DataCentreAreaM2 { get; init; }

    public decimal CanteenAreaM2 { get; init; }

    public decimal LetAreaM2 { get; init; }

    public string? Reason { get; init; }

    public required long ImportId { get; init; }

    /// <summary>The row that replaced this one; null while it counts.</summary>
    public long? SupersededById { get; init; }
}
