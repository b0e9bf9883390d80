using System.Globalization;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Domain.Tests.Quotas;

/// <summary>docs/rules/year-indicator.md; domain §4.2 and §9 example 4.</summary>
public sealed class IndicatorLadderTests
{
    private static readonly QuotaTiers Tiers = new(20.8m, 12.6m, 6.9m);

    private static readonly IndicatorLadder National = new()
    {
        Code = "N", Name = "N", OverPercent = 4, WithinPercent = 2, BetterPercent = 2, Decimals = 2, Source = "", Confidence = "sure",
    };

    [Theory] // domain §9 example 4, the whole table
    [InlineData("22.10", "20.80", TierName.OverConstraint, "21.22", "cut-over")]
    [InlineData("20.81", "20.80", TierName.OverConstraint, "19.98", "cut-over")]
    [InlineData("20.80", "20.80", TierName.WithinConstraint, "20.38", "cut-within")]
    [InlineData("15.00", "15.30", TierName.WithinConstraint, "14.70", "cut-within")]
    [InlineData("12.60", "12.60", TierName.WithinBaseline, "12.60", "held")]
    [InlineData("9.00", "9.50", TierName.WithinBaseline, "9.50", "held")]
    [InlineData("6.85", "6.90", TierName.BetterThanGuiding, "6.89", "raised-capped")]
    [InlineData("5.50", "5.60", TierName.BetterThanGuiding, "5.61", "raised")]
    [InlineData("6.90", "9.50", TierName.WithinBaseline, "9.50", "held")] // on 引导值: held
    [InlineData("6.75", "9.50", TierName.BetterThanGuiding, "6.89", "raised")] // 6.885 is 6.89, still below
    [InlineData("12.61", "12.60", TierName.WithinConstraint, "12.36", "cut-within")]
    [InlineData("9.00", null, TierName.WithinBaseline, "9.00", "held-first")]
    public void Next_years_indicator(string actual, string? last, TierName tier, string next, string reason)
    {
        var step = National.Next(Number(actual), last is null ? null : Number(last), Tiers);
        Assert.Equal((tier, Number(next), "year-indicator." + reason), (step.Tier, step.Value, step.Reason));
    }

    [Theory]
    [InlineData("6.905", "6.90")]
    [InlineData("6.90", "6.89")]
    public void A_raised_indicator_stays_below_the_guiding_value(string guiding, string next) =>
        Assert.Equal(Number(next), National.Next(6.85m, null, new QuotaTiers(20.8m, 12.6m, Number(guiding))).Value);

    [Fact]
    public void The_percentages_are_the_ladders()
    {
        var hard = new IndicatorLadder { Code = "H", Name = "H", OverPercent = 10, WithinPercent = 5, BetterPercent = 0, Decimals = 1, Source = "", Confidence = "sure" };
        Assert.Equal(19.9m, hard.Next(22.10m, null, Tiers).Value);
        Assert.Equal(14.3m, hard.Next(15.00m, null, Tiers).Value);
        Assert.Equal(5.5m, hard.Next(5.50m, null, Tiers).Value);
    }

    [Theory] // 22.10 → 21.22 and 5.50 → 5.61 over 1,000 m² each: 26,830 in all, 26,720 without the raise
    [InlineData("26830", "0", "5.61", "raised")]
    [InlineData("26829.99", "0", "5.60", "raise-shortened")]
    [InlineData("26720", "0", "5.50", "raise-shortened")]
    [InlineData("53440", "50", "5.50", "raise-shortened")]
    [InlineData("26719.99", "0", null, null)]
    public void Raises_give_way_to_the_limit_and_cuts_do_not(string cap, string reserve, string? value, string? reason)
    {
        IReadOnlyList<Allocated> Give() => IndicatorAllocation.Of(
            [Last("A", 22.10m), Last("B", 5.50m)], National, new AllocationCap(Indicator.EnergyPerArea, Number(cap), Number(reserve)));
        if (value is null)
        {
            Assert.Equal("year-indicator.cap-too-small", Assert.Throws<RuleBrokenException>(Give).Code);
            return;
        }

        var given = Give();
        Assert.Equal(21.22m, given[0].Value);
        Assert.Equal((Number(value), "year-indicator." + reason), (given[1].Value, given[1].Reason));
        Assert.True(given.Sum(one => one.Amount) <= Number(cap) * (1 - Number(reserve) / 100));
    }

    [Fact]
    public void An_order_stands_above_the_ladder_and_a_year_without_a_value_keeps_what_it_had()
    {
        var order = new IndicatorOverride { Id = 1, InstitutionCode = "A", Indicator = Indicator.EnergyPerArea, Year = 2026, Value = 30, Reason = "r", AskedBy = "a", AskedAt = default };
        var given = IndicatorAllocation.Of([Last("A", 22.10m) with { Order = order }, Last("B", null) with { LastIndicator = 7 }, Last("C", null)], National, null);
        Assert.Equal([30m, 7m, null], given.Select(one => one.Value));
        Assert.Equal(["year-indicator.ordered", "year-indicator.no-actual", "year-indicator.no-actual"], given.Select(one => one.Reason));
        Assert.Equal([7_900m, 0m, null], given.Select(one => one.Changed));
    }

    private static LastYear Last(string code, decimal? actual) =>
        new(code, Indicator.EnergyPerArea, actual, Tiers, Denominator.OfAverage(2025, 1_000));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
