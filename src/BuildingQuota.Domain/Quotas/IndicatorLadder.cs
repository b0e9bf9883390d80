using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Quotas;

/// <summary>
/// How next year's indicator follows from last year's actual and its tier (domain §4.2): percentages are data, published with their
/// source. All of them are positive; the first two cut, the last one raises (docs/rules/year-indicator.md).
/// </summary>
public sealed class IndicatorLadder
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Cut at least so much above 约束值.</summary>
    public required decimal OverPercent { get; init; }

    /// <summary>Cut at least so much between 基准值 and 约束值.</summary>
    public required decimal WithinPercent { get; init; }

    /// <summary>Raised at most so much below 引导值, and still below it.</summary>
    public required decimal BetterPercent { get; init; }

    /// <summary>Decimals of an indicator as it is given out.</summary>
    public required int Decimals { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }

    /// <summary>
    /// The next indicator from last year's actual; <paramref name="lastIndicator"/> is what a value between 引导值 and 基准值 holds, and
    /// where there was none yet, the actual.
    /// </summary>
    public LadderStep Next(decimal actual, decimal? lastIndicator, QuotaTiers tiers)
    {
        var tier = tiers.Judge(actual);
        return tier switch
        {
            TierName.OverConstraint => Step(tier, actual * (1 - OverPercent / 100), "year-indicator.cut-over"),
            TierName.WithinConstraint => Step(tier, actual * (1 - WithinPercent / 100), "year-indicator.cut-within"),
            TierName.WithinBaseline when lastIndicator is { } last => Step(tier, last, "year-indicator.held"),
            TierName.WithinBaseline => Step(tier, actual, "year-indicator.held-first"),
            _ => Raised(tier, Shown(actual * (1 + BetterPercent / 100)), tiers.Guiding),
        };
    }

    /// <summary>The largest value of so many decimals that is below the limit.</summary>
    private decimal Below(decimal limit)
    {
        var one = 1m;
        for (var i = 0; i < Decimals; i++) one /= 10;
        var down = Math.Floor(limit / one) * one;
        return down < limit ? down : down - one;
    }

    private LadderStep Raised(TierName tier, decimal raised, decimal guiding) => raised < guiding
        ? new LadderStep(tier, raised, "year-indicator.raised")
        : new LadderStep(tier, Below(guiding), "year-indicator.raised-capped");

    private LadderStep Step(TierName tier, decimal value, string reason) => new(tier, Shown(value), reason);

    private decimal Shown(decimal value) => Rounding.HalfUp(value, Decimals);
}

/// <summary>Next year's indicator, the tier of last year's value, and the rung that gave it.</summary>
public sealed record LadderStep(TierName Tier, decimal Value, string Reason);
