using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Billing;

/// <summary>How the supplier came to the quantity; a correction replaces live bills inside its period, a reversal takes one back.</summary>
public enum ReadingType { Actual, Estimated, Purchase, Correction, Reversal }

/// <summary>Whether an entry counts. Only <see cref="Live"/> entries are consumption.</summary>
public enum BillState { Live, Replaced, Reversed, Reversal }

/// <summary>What a supplier charged one meter between two readings. Never edited: a wrong bill is reversed or corrected by another entry.</summary>
public sealed class Bill
{
    public required long Id { get; init; }

    public required string MeterCode { get; init; }

    /// <summary>The meter's institution, for row scope.</summary>
    public required string InstitutionCode { get; init; }

    public string? BuildingCode { get; init; }

    public required Carrier Carrier { get; init; }

    public required DateOnly PeriodStart { get; init; }

    /// <summary>The reading day: the first day that is not in the bill.</summary>
    public required DateOnly PeriodEnd { get; init; }

    public required decimal Quantity { get; init; }

    public required string Unit { get; init; }

    public decimal? CostCny { get; init; }

    public required ReadingType ReadingType { get; init; }

    public string? BillNumber { get; init; }

    /// <summary>Quantity and unit as they stood in the file.</summary>
    public required string RawQuantity { get; init; }

    public required string RawUnit { get; init; }

    public required long ImportId { get; init; }

    /// <summary>Row of the sheet, header 1.</summary>
    public required int RowNumber { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required BillState State { get; init; }

    /// <summary>The correction or reversal that ended this entry.</summary>
    public long? EndedById { get; init; }

    /// <summary>SHA-256 (hex) of what the row says; the same row in another file is recognised by it.</summary>
    public required string ContentKey { get; init; }

    public DateSpan Covers => new(PeriodStart, PeriodEnd);
}
