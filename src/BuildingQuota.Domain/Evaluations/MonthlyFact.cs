using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// What one building (or the institution as a whole) used of one carrier for one purpose in one month, in set STAT. Kgce and kgCO2 are
/// rounded here, half-up at six decimals, and everything above is the exact sum of such rows (docs/rules/monthly-facts.md).
/// </summary>
public sealed class MonthlyFact
{
    public required long Id { get; init; }

    public required string InstitutionCode { get; init; }

    public string? BuildingCode { get; init; }

    public required Carrier Carrier { get; init; }

    public required MeterPurpose Purpose { get; init; }

    public required int Year { get; init; }

    public required int Month { get; init; }

    public required DateOnly MonthStart { get; init; }

    /// <summary>In the carrier's own unit.</summary>
    public required decimal Quantity { get; init; }

    public required string Unit { get; init; }

    public required decimal Kgce { get; init; }

    public required decimal KgCo2 { get; init; }

    public required string CoefficientSet { get; init; }

    public required decimal CostCny { get; init; }

    /// <summary>Days covered by bills of every active meter of the row.</summary>
    public required int CoveredDays { get; init; }

    public required int DaysInMonth { get; init; }

    /// <summary>Estimated part of the quantity, 0 to 1.</summary>
    public required decimal EstimatedShare { get; init; }

    public required bool InPerArea { get; init; }

    public required bool InPerCapita { get; init; }

    public required bool InTotal { get; init; }
}
