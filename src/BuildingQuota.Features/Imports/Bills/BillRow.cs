using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Features.Imports.Bills;

/// <summary>One row of a bills file, typed but not yet tied to a meter.</summary>
internal sealed record BillRow
{
    public string? InstitutionCode { get; init; }

    public string? BuildingCode { get; init; }

    public string? MeterCode { get; init; }

    public Carrier? Carrier { get; init; }

    public required DateSpan Covers { get; init; }

    public required decimal Quantity { get; init; }

    public required string RawQuantity { get; init; }

    public required string Unit { get; init; }

    public decimal? CostCny { get; init; }

    public required ReadingType ReadingType { get; init; }

    public string? BillNumber { get; init; }
}
