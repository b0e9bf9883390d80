using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Metering;

/// <summary>How a shared meter's quantity is divided: fixed shares, gross area, or persons standing over the buildings by area.</summary>
public enum AllocationMethod { Fixed, Area, Persons }

/// <summary>One building's part in a shared meter, on the days of its span.</summary>
public sealed class Allocation
{
    public required long Id { get; init; }

    public required string MeterCode { get; init; }

    public required string BuildingCode { get; init; }

    /// <summary>The building's institution, for row scope.</summary>
    public required string InstitutionCode { get; init; }

    public required AllocationMethod Method { get; init; }

    /// <summary>Part of the whole with <see cref="AllocationMethod.Fixed"/> (parts sum to 1), else null.</summary>
    public decimal? Share { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public required long ImportId { get; init; }

    public DateSpan Span => DateSpan.Since(From, To);
}
