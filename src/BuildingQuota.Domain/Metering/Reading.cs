namespace BuildingQuota.Domain.Metering;

/// <summary>What a reading is of a device: its first, one in between, its last. Another device begins with an initial reading.</summary>
public enum ReadingKind { Initial, Periodic, Final }

/// <summary>抄表: what a meter's dial showed on a day. Never edited: another value for the same day and kind is a new row.</summary>
public sealed class Reading
{
    public required long Id { get; init; }

    public required string MeterCode { get; init; }

    /// <summary>The meter's institution, for row scope.</summary>
    public required string InstitutionCode { get; init; }

    public required DateOnly ReadOn { get; init; }

    /// <summary>In the meter's unit, before the multiplier.</summary>
    public required decimal Value { get; init; }

    public required ReadingKind Kind { get; init; }

    /// <summary>倍率 from this reading on; null keeps the one before, at first the meter's.</summary>
    public decimal? Multiplier { get; init; }

    /// <summary>Whole digits of the dial; null keeps what was said of this device before.</summary>
    public int? Digits { get; init; }

    /// <summary>The dial went through zero since the reading before.</summary>
    public required bool RolledOver { get; init; }

    public required long ImportId { get; init; }

    /// <summary>Row of the sheet, header 1.</summary>
    public required int RowNumber { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public long? SupersededById { get; init; }
}
