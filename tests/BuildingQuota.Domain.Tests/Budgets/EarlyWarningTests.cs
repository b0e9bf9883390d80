using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Tests.Budgets;

/// <summary>docs/rules/forecast.md, docs/rules/early-warning.md; field §4.14.</summary>
public sealed class EarlyWarningTests
{
    private static readonly decimal[] Even = [.. Enumerable.Repeat(10m, 12)];

    /// <summary>−9 % to +10 %, one percent apart.</summary>
    private static readonly TestedErrors Twenty = new(Enumerable.Range(-9, 20).Select(percent => percent / 100m));

    [Theory]
    [InlineData(101, 120, 100, EarlyWarningLevel.Certain)] // billed already
    [InlineData(100, 80, 100, EarlyWarningLevel.None)] // on the limit is not above it
    [InlineData(0, 109, 100, EarlyWarningLevel.Likely)] // −8 % still leaves it above: 19 of 20
    [InlineData(0, 108, 100, EarlyWarningLevel.Likely)] // −7 %: 18 of 20, on the limit of likely
    [InlineData(0, 107, 100, EarlyWarningLevel.EvenChance)] // −6 %: 17 of 20
    [InlineData(0, 100, 100, EarlyWarningLevel.EvenChance)] // +1 % and more: 10 of 20, on the limit of even
    [InlineData(0, 99, 100, EarlyWarningLevel.None)] // +2 % and more: 9 of 20
    public void Levels_on_both_sides_of_their_limits(int used, int forecast, int limit, EarlyWarningLevel level) =>
        Assert.Equal(level, EarlyWarning.Level(used, forecast, limit, Twenty, OpenYear.Rules));

    [Fact]
    public void Without_a_tested_year_a_forecast_above_the_limit_is_an_even_chance_and_never_more()
    {
        var none = new TestedErrors([]);
        Assert.Equal(EarlyWarningLevel.EvenChance, EarlyWarning.Level(0, 1_000, 100, none, OpenYear.Rules));
        Assert.Equal(EarlyWarningLevel.None, EarlyWarning.Level(0, 100, 100, none, OpenYear.Rules));
        Assert.Null(none.Around(100, 0.8m, 0));
        Assert.Null(none.ChanceAbove(100, 100));
        Assert.Null(none.TypicalPercent);
    }

    [Fact]
    public void The_interval_is_made_of_errors_that_happened_and_never_lies_below_what_is_used()
    {
        Assert.Equal((92, 108), Twenty.Around(100, 0.8m, 0)); // ranks 2 and 18 of 20
        Assert.Equal((95, 108), Twenty.Around(100, 0.8m, 95));
        Assert.Equal((100, 104), new TestedErrors([0, 0.04m]).Around(100, 0.8m, 0));
        Assert.Equal(5, Twenty.TypicalPercent); // 0 1 1 2 2 … 9 9 10: the middle two are 5 and 5
        Assert.Equal(2, new TestedErrors([-0.01m, 0.03m]).TypicalPercent);
    }

    [Theory]
    [InlineData(80, null)]
    [InlineData(80.0001, 80)]
    [InlineData(100, 80)]
    [InlineData(100.0001, 100)]
    [InlineData(110, 100)]
    [InlineData(110.0001, 110)]
    public void Thresholds_of_the_line_on_both_sides(double percent, int? crossed) =>
        Assert.Equal(crossed, OpenYear.Rules.Crossed((decimal)percent));

    [Fact]
    public void Thresholds_and_levels_are_data()
    {
        var strict = new BudgetRules { Thresholds = [50], EvenChance = 0.2m, Likely = 0.4m };
        Assert.Equal(50, strict.Crossed(50.1m));
        Assert.Null(strict.Crossed(null));
        Assert.Equal(EarlyWarningLevel.Likely, EarlyWarning.Level(0, 99, 100, Twenty, strict));
    }

    [Fact]
    public void The_months_left_say_by_how_much_they_must_fall()
    {
        var outlook = OpenYear.Outlook(OpenYear.Series(Even[..9].Select(month => month * 1.1m), (2025, Even))); // 132 by the year's end
        Assert.Equal(1, EarlyWarning.MonthsLeft(2026, new DateOnly(2026, 11, 1)));
        Assert.Equal(1, EarlyWarning.MonthsLeft(2026, new DateOnly(2026, 11, 30)));
        Assert.Equal(0, EarlyWarning.MonthsLeft(2026, new DateOnly(2027, 1, 1)));
        Assert.Equal(25, Needed(126.5m, "2026-10-15")); // 5.5 of the 22 that November and December would hold
        Assert.Equal(50, Needed(126.5m, "2026-11-15")); // of December's 11
        Assert.Equal(0, Needed(132, "2026-10-15"));
        Assert.Equal(200, Needed(110, "2026-11-30")); // 22 too much, 11 left: not by saving alone
        Assert.Null(Needed(110, "2026-12-01"));

        decimal? Needed(decimal limit, string asOf) =>
            EarlyWarning.NeededReductionPercent(outlook, limit, A.Day(asOf)) is { } percent ? Rounding.HalfUp(percent, 6) : null;
    }

    [Fact]
    public void A_closed_year_is_tested_by_what_was_known_before_it_at_the_same_cut_off()
    {
        decimal[] late = [.. Even[..9], 20, 20, 20]; // 150 where 120 were to be expected
        var outlook = OpenYear.Outlook(OpenYear.Series(Even[..9], (2023, Even), (2024, Even), (2025, late)));
        var tests = BackTest.Of(outlook, OpenYear.Measure);

        Assert.Equal([2025, 2024], tests.Select(test => test.Year)); // nothing is known before 2023
        Assert.Equal((120, 150), (Rounding.HalfUp(tests[0].Forecast, 6), tests[0].Actual));
        Assert.Equal(0.25m, Rounding.HalfUp(tests[0].Error, 6));
        Assert.Equal(0, Rounding.HalfUp(tests[1].Error, 6));
    }

    [Fact]
    public void A_series_without_a_whole_year_before_it_leaves_the_year_untested()
    {
        var known = OpenYear.Series(Even[..9], (2024, Even), (2025, Even));
        var recent = OpenYear.Series(Even[..9], (2025, Even));
        Assert.Equal([2025], BackTest.Of(OpenYear.Outlook(known), OpenYear.Measure).Select(test => test.Year));
        Assert.Empty(BackTest.Of(OpenYear.Outlook(known, recent), OpenYear.Measure));
    }

    [Fact]
    public void The_nearest_region_that_knows_enough_speaks_for_a_class()
    {
        var book = new PeerBook<string, decimal>();
        foreach (var code in new[] { "A", "B", "C", "D", "E" }) book.Add("school", "1/2/3/", code, [1, 2]);
        book.Add("school", "1/2/4/", "F", [3]);
        Assert.Equal("3", book.Near("school", "1/2/3/", 5).RegionCode);
        Assert.Equal("2", book.Near("school", "1/2/3/", 6).RegionCode);
        Assert.Equal(11, book.Near("school", "1/2/3/", 7).Values.Count); // all that anybody knows
        Assert.Null(book.Near("hospital", "1/2/3/", 1).RegionCode);
    }
}
