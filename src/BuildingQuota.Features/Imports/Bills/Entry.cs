using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Features.Imports.Bills;

/// <summary>A bill while a file is being settled: one of the file's rows, or one that is stored and may be ended by them.</summary>
internal sealed class Entry
{
    public required string MeterCode { get; init; }

    public required DateSpan Covers { get; init; }

    public required decimal Quantity { get; init; }

    public required string Unit { get; init; }

    public required decimal? CostCny { get; init; }

    public required ReadingType ReadingType { get; init; }

    public required string? BillNumber { get; init; }

    /// <summary>Row in its file, header 1.</summary>
    public required int Row { get; init; }

    /// <summary>The import that brought it; null for a row of the file that is being settled.</summary>
    public long? ImportId { get; init; }

    /// <summary>Quantity as it stands in the file; empty when stored.</summary>
    public string RawQuantity { get; init; } = "";

    public string RawUnit { get; init; } = "";

    public long Id { get; set; }

    public BillState State { get; set; }

    public Entry? EndedBy { get; set; }

    /// <summary>The bill that this one takes back.</summary>
    public Entry? Reverses { get; set; }

    public bool IsStored => ImportId is not null;

    public bool IsLive => State == BillState.Live;

    public BillContent Content => new(this);

    public void EndBy(Entry other, BillState state) => (EndedBy, State) = (other, state);
}
