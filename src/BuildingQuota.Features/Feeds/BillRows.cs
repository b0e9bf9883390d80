using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Features.Feeds;

/// <summary>What a dial showed on a day, before the multiplier; the entries that come of it are among the bills.</summary>
public sealed record ReadingRow
{
    public long Id { get; init; }
    public string MeterCode { get; init; } = "";
    public string InstitutionCode { get; init; } = "";
    public DateOnly ReadOn { get; init; }
    public decimal Value { get; init; }
    public ReadingKind Kind { get; init; }
    public decimal? Multiplier { get; init; }
    public int? Digits { get; init; }
    public bool RolledOver { get; init; }
    public long ImportId { get; init; }
    public int RowNumber { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public bool IsCurrent { get; init; }
}

/// <summary>A bill as it was recorded, whatever became of it.</summary>
public sealed record BillRow
{
    public long Id { get; init; }
    public string MeterCode { get; init; } = "";
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public string? BuildingCode { get; init; }
    public Carrier Carrier { get; init; }
    public DateOnly PeriodStart { get; init; }
    public DateOnly PeriodEnd { get; init; }
    public decimal Quantity { get; init; }
    public string Unit { get; init; } = "";
    public decimal? CostCny { get; init; }
    public ReadingType ReadingType { get; init; }
    public string? BillNumber { get; init; }
    public BillState State { get; init; }
    public long? EndedById { get; init; }
    public string RawQuantity { get; init; } = "";
    public string RawUnit { get; init; } = "";
    public long ImportId { get; init; }
    public int RowNumber { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A bill that counts, with names and what it is worth in coal and carbon.</summary>
public sealed record BillFactRow
{
    public long Id { get; init; }
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public string? BuildingCode { get; init; }
    public string? BuildingName { get; init; }
    public string MeterCode { get; init; } = "";
    public Carrier Carrier { get; init; }
    public MeterPurpose Purpose { get; init; }
    public DateOnly PeriodStart { get; init; }
    public DateOnly PeriodEnd { get; init; }
    public int Days { get; init; }
    public decimal Quantity { get; init; }
    public string Unit { get; init; } = "";
    public decimal? CostCny { get; init; }
    public ReadingType ReadingType { get; init; }
    public string? BillNumber { get; init; }
    public bool IsSubMeter { get; init; }
    public decimal Kgce { get; init; }
    public decimal KgCo2 { get; init; }
}

/// <summary>What a building (or an institution as a whole) used of one carrier for one purpose in one month.</summary>
public sealed record MonthlyFactRow
{
    public long Id { get; init; }
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public string? BuildingCode { get; init; }
    public string? BuildingName { get; init; }
    public Carrier Carrier { get; init; }
    public MeterPurpose Purpose { get; init; }
    public int Year { get; init; }
    public int Month { get; init; }
    public DateOnly MonthStart { get; init; }
    public decimal Quantity { get; init; }
    public string Unit { get; init; } = "";
    public decimal Kgce { get; init; }
    public decimal KgCo2 { get; init; }
    public string CoefficientSet { get; init; } = "";
    public decimal CostCny { get; init; }
    public int CoveredDays { get; init; }
    public int DaysInMonth { get; init; }
    public decimal EstimatedShare { get; init; }
    public bool InPerArea { get; init; }
    public bool InPerCapita { get; init; }
    public bool InTotal { get; init; }
}
