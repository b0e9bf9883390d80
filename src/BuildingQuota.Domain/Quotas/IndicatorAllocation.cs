using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Domain.Quotas;

/// <summary>Last year of one institution and indicator: what the ladder needs to know. The denominator is in the indicator's own unit.</summary>
public sealed record LastYear(string InstitutionCode, Indicator Indicator, decimal? Actual, QuotaTiers Tiers, Denominator Denominator)
{
    public decimal? LastIndicator { get; init; }

    public IndicatorOverride? Order { get; init; }
}

/// <summary>The limit on the sum of one indicator's amounts, of which a part stays in reserve.</summary>
public sealed record AllocationCap(Indicator Indicator, decimal Amount, decimal ReservePercent)
{
    public decimal Available => Amount * (1 - ReservePercent / 100);
}

/// <summary>What was given out, before it is kept: <see cref="Value"/> binds.</summary>
public sealed record Allocated(LastYear Last, LadderStep? Step, decimal? Value, string Reason)
{
    public decimal? Amount => Allowed(Value);

    /// <summary>Above zero: granted; below: released.</summary>
    public decimal? Changed => Amount - Allowed(Last.LastIndicator ?? Last.Actual);

    private decimal? Allowed(decimal? limit) =>
        limit is { } value ? IndicatorDefinition.Of(Last.Indicator).Allowed(value, Last.Denominator) : null;
}

/// <summary>Gives out a year's indicators: the ladder for each, then the limit on their sum (docs/rules/year-indicator.md).</summary>
public static class IndicatorAllocation
{
    /// <summary>Breaks <c>year-indicator.cap-too-small</c>: without any raise the sum is above what there is.</summary>
    public static IReadOnlyList<Allocated> Of(IReadOnlyList<LastYear> years, IndicatorLadder ladder, AllocationCap? cap)
    {
        var given = years.Select(year => One(year, ladder)).ToArray();
        if (cap is null) return given;
        var limited = given.Where(one => one.Last.Indicator == cap.Indicator).ToArray();
        var sum = limited.Sum(one => one.Amount ?? 0);
        if (sum <= cap.Available) return given;

        var raises = limited.Where(IsRaise).ToArray();
        var raised = raises.Sum(one => one.Amount - Unraised(one))!.Value;
        if (sum - raised > cap.Available)
            throw new RuleBrokenException(
                "year-indicator.cap-too-small",
                FormattableString.Invariant($"Without any raise the indicators come to {sum - raised:0.######}, above {cap.Available:0.######}."),
                "Raise the limit, keep less in reserve, or use a ladder that cuts more.");
        var part = raised == 0 ? 0 : (cap.Available - (sum - raised)) / raised;
        return [.. given.Select(one => raises.Contains(one) ? Shortened(one, part, ladder) : one)];
    }

    private static Allocated One(LastYear year, IndicatorLadder ladder)
    {
        var step = year.Actual is { } actual ? ladder.Next(actual, year.LastIndicator, year.Tiers) : null;
        if (year.Order is { } order) return new Allocated(year, step, order.Value, "year-indicator.ordered");
        return step is null
            ? new Allocated(year, null, year.LastIndicator, "year-indicator.no-actual")
            : new Allocated(year, step, step.Value, step.Reason);
    }

    private static bool IsRaise(Allocated one) => one.Reason is "year-indicator.raised" or "year-indicator.raised-capped";

    private static decimal? Unraised(Allocated one) =>
        IndicatorDefinition.Of(one.Last.Indicator).Allowed(Math.Min(one.Last.Actual!.Value, one.Value!.Value), one.Last.Denominator);

    /// <summary>Raises give way to the limit evenly, cut off at the ladder's decimals so that the sum stays below it.</summary>
    private static Allocated Shortened(Allocated one, decimal part, IndicatorLadder ladder)
    {
        var from = Math.Min(one.Last.Actual!.Value, one.Value!.Value);
        var scale = 1m;
        for (var i = 0; i < ladder.Decimals; i++) scale *= 10;
        var value = Math.Floor((from + (one.Value.Value - from) * part) * scale) / scale;
        return one with { Value = value, Reason = "year-indicator.raise-shortened" };
    }
}
