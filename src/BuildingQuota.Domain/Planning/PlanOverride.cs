using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Planning;

/// <summary>How a year's order is given: a decline against the year before in percent, or a value in the indicator's unit.</summary>
public enum OverrideKind { RatePercent, Value }

/// <summary>
/// What a bureau ordered for one year in place of the path (domain §5.2; docs/rules/plan-override.md). A rate binds the region's subtree,
/// a value the region's own figure only. Superseded or withdrawn, never edited.
/// </summary>
public sealed class PlanOverride
{
    public required long Id { get; init; }

    public required string PlanCode { get; init; }

    public required string RegionCode { get; init; }

    public required Indicator Indicator { get; init; }

    public required int Year { get; init; }

    public required OverrideKind Kind { get; init; }

    /// <summary>Percent, or a value in the indicator's unit; null withdraws what was ordered before.</summary>
    public decimal? Amount { get; init; }

    public required string Reason { get; init; }

    /// <summary>The document that orders it.</summary>
    public required string Source { get; init; }

    public required string EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public long? SupersededById { get; init; }

    /// <summary>What it asks, given what the year before came to (or, when that is not known, what the first path says it should).</summary>
    public decimal TargetFrom(decimal lastValue) => Kind == OverrideKind.Value ? Amount!.Value : lastValue * (1 - Amount!.Value / 100);
}

/// <summary>A plan's limit on a total (TotalEnergy, TotalCarbon) of its own region, in the indicator's unit, for each of its years.</summary>
public sealed class PlanCap
{
    public required long Id { get; init; }

    public required string PlanCode { get; init; }

    public required Indicator Indicator { get; init; }

    public required decimal CapValue { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }

    /// <summary>The indicators that are totals, not rates of anything.</summary>
    public static bool IsTotal(Indicator indicator) => indicator is Indicator.TotalEnergy or Indicator.TotalCarbon;
}

/// <summary>What a total of a region may come to in a year, by a plan or by an order for the year.</summary>
public sealed record PlanLimit(string PlanCode, decimal Value)
{
    public PlanOverride? Order { get; init; }

    public ScoreRuleSet? ScoreRules { get; init; }

    /// <summary>1 worst … 3; null, not predicted, while the total is not known.</summary>
    public int? WarningLevel(decimal? total) => total is { } known ? ScoreRules?.WarningTotal(known > 0 ? Value / known : 1) : null;
}
