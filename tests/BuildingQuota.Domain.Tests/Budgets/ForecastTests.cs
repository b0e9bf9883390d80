using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace BuildingQuota.Domain.Tests.Budgets;

/// <summary>docs/rules/forecast.md, docs/rules/budget-standing.md; domain §9.5.</summary>
public sealed class ForecastTests
{
    private static readonly decimal[] LastYear = [19, 18, 16, 11, 10, 11, 13, 13, 11, 12, 15, 17];

    /// <summary>128,000 in nine months: the split over them does not matter.</summary>
    private static readonly decimal[] ToDate = [20_000, 18_000, 16_000, 12_000, 11_000, 11_000, 14_000, 14_000, 12_000];

    [Fact]
    public void Use_to_date_over_its_share_of_last_year_comes_to_the_worked_example()
    {
        var outlook = OpenYear.Outlook(OpenYear.Series(ToDate, (2025, LastYear)));
        var standing = new BudgetStanding(MonthlyBudget.Spread(166_400, SeasonalShape.OfYears([LastYear])!), outlook, 166_400);

        Assert.Equal(128_000, outlook.UsedToDate);
        Assert.Equal(0.734940m, Rounding.HalfUp(standing.ShareToDate, 6));
        Assert.Equal(122_293.98m, Rounding.HalfUp(standing.BudgetToDate, 2));
        Assert.Equal(104.666m, Rounding.HalfUp(standing.PercentOfBudget!.Value, 3));
        Assert.Equal(174_163.9m, Rounding.HalfUp(outlook.Forecast, 1));
        Assert.NotEqual(170_666.7m, Rounding.HalfUp(outlook.Forecast, 1)); // the straight line, wrong where there is a winter
        Assert.Equal(ForecastMethod.SeasonalShare, outlook.Method);
    }

    [Fact]
    public void What_remains_and_what_a_day_may_still_hold()
    {
        var outlook = OpenYear.Outlook(OpenYear.Series(ToDate, (2025, LastYear)));
        var standing = new BudgetStanding(MonthlyBudget.Spread(166_400, SeasonalShape.OfYears([LastYear])!), outlook, 166_400);

        Assert.Equal((38_400, 92), (standing.Remaining, outlook.OpenDays));
        Assert.Equal(417.39m, Rounding.HalfUp(standing.DailyLeft!.Value, 2));
        Assert.Equal(38_400, standing.Allowed.Sum());
        Assert.Equal([0m, 0m, 0m, 0m, 0m, 0m, 0m, 0m, 0m], standing.Allowed.Take(9));
        Assert.Equal(10_472.73m, Rounding.HalfUp(standing.Allowed[9], 2)); // 38,400 × 12 ÷ 44
        Assert.All((standing with { Limit = 128_000 }).Allowed, month => Assert.Equal(0, month));
        Assert.Equal(0, (standing with { Limit = 127_999 }).DailyLeft);
    }

    [Fact]
    public void A_month_without_a_bill_is_not_a_month_without_use()
    {
        decimal[] even = [.. Enumerable.Repeat(10m, 12)];
        var gap = OpenYear.Series(even[..9], (2025, even));
        var year = gap.Of(OpenYear.Year);
        var holed = gap with
        {
            Years = new Dictionary<int, SeriesYear>(gap.Years) { [OpenYear.Year] = year with { Months = [.. year.Months.Select((month, i) => i == 2 ? null : month)] } },
        };

        Assert.Equal(120, Rounding.HalfUp(OpenYear.Outlook(holed).Forecast, 6));
        Assert.Equal(80, OpenYear.Outlook(holed).UsedToDate);
        Assert.Equal(new DateOnly(2026, 10, 1), OpenYear.Outlook(holed).CoveredUntil);
        Assert.Equal(92 + 31, OpenYear.Outlook(holed).OpenDays);
    }

    [Fact]
    public void Half_a_month_counts_for_half_its_share()
    {
        decimal[] even = [.. Enumerable.Repeat(10m, 12)];
        var series = OpenYear.Series(even[..3], (2025, even));
        var year = series.Of(OpenYear.Year);
        var half = series with
        {
            Years = new Dictionary<int, SeriesYear>(series.Years)
            {
                [OpenYear.Year] = year with { Months = [.. year.Months.Take(3), OpenYear.Month(5, 15), .. new SeriesMonth?[8]] },
            },
        };

        Assert.Equal(120, Rounding.HalfUp(OpenYear.Outlook(half).Forecast, 6));
        Assert.Equal(new DateOnly(2026, 4, 16), OpenYear.Outlook(half).CoveredUntil);
        Assert.Equal(0.5m, OpenYear.Outlook(half).CoveredParts[3]);
    }

    [Fact]
    public void Each_carrier_is_forecast_by_its_own_seasons_as_far_as_its_own_bills_reach()
    {
        decimal[] heat = [30, 25, 15, 5, 0, 0, 0, 0, 0, 5, 15, 25]; // Σ 120
        decimal[] power = [.. Enumerable.Repeat(10m, 12)];
        var outlook = OpenYear.Outlook(
            OpenYear.Series(power[..6], (2025, power)), // half of 120
            OpenYear.Series([33, 27.5m, 16.5m], (2025, heat))); // 77 of 110 %: 70 ÷ 120 of the year

        Assert.Equal(120 + 132, Rounding.HalfUp(outlook.Forecast, 6));
        Assert.Equal(new DateOnly(2026, 4, 1), outlook.CoveredUntil);
        Assert.Equal(10 / 15.5m, Rounding.HalfUp(outlook.CoveredParts[3], 20), 10); // of April: power 10, heat 5.5 not yet
        Assert.Equal(1, outlook.CoveredParts[4]); // no heat is due in May
    }

    [Fact]
    public void Where_use_to_date_says_nothing_the_level_of_past_years_stands()
    {
        decimal[] even = [.. Enumerable.Repeat(10m, 12)];
        decimal[] heat = [30, 25, 15, 5, 0, 0, 0, 0, 0, 5, 15, 25];
        Assert.Equal(120, OpenYear.Outlook(OpenYear.Series([], (2025, heat))).Forecast);
        Assert.Equal(ForecastMethod.PastLevel, OpenYear.Outlook(OpenYear.Series([], (2025, heat))).Method);
        Assert.Equal(0, OpenYear.Outlook(OpenYear.Series([])).Forecast);
        Assert.Equal(ForecastMethod.SeasonalShare, OpenYear.Outlook(OpenYear.Series(even[..1], (2025, even))).Method); // 8.3 % of a year

        var rules = new BudgetRules { SmallestShare = 1m / 12 };
        var series = OpenYear.Series(even[..1], (2025, even));
        var history = new SeriesHistory(series.Before(2026, rules, 0.95m), rules);
        Assert.Equal(ForecastMethod.SeasonalShare, Of(history).Method); // on the limit
        Assert.Equal(ForecastMethod.PastLevel, Of(history with { Rules = rules with { SmallestShare = 0.09m } }).Method);

        SeriesOutlook Of(SeriesHistory known) => SeriesOutlook.Of(
            series, SeriesCut.Open(series, 2026), known.Shape!, OpenYear.Measure.Of(series.Key.Carrier), known);
    }

    [Fact]
    public void What_has_no_active_meter_any_more_is_not_waited_for()
    {
        decimal[] even = [.. Enumerable.Repeat(10m, 12)];
        var closed = OpenYear.Series(even[..3], (2025, even)) with { ActiveParts = [1, 1, 1, .. new decimal[9]] };
        Assert.Equal(30, OpenYear.Outlook(closed).Forecast);
    }

    [Fact]
    public void A_year_with_bills_for_less_than_its_due_is_no_history()
    {
        decimal[] even = [.. Enumerable.Repeat(31m, 12)];
        var series = OpenYear.Series(even[..3], (2025, even));
        Assert.Single(series.Before(2026, OpenYear.Rules, 0.95m));
        Assert.Empty(Short(19).Before(2026, OpenYear.Rules, 0.95m)); // 346 of 365 days
        Assert.Single(Short(18).Before(2026, OpenYear.Rules, 0.95m)); // 347
        Assert.Equal(31, Rounding.HalfUp(Short(18).Of(2025).Whole(month => month.Quantity)[0], 6)); // as if it went on

        UseSeries Short(int days) => series with
        {
            Years = new Dictionary<int, SeriesYear>(series.Years)
            {
                [2025] = series.Of(2025) with { Months = [OpenYear.Month(31 - days, 31 - days), .. series.Of(2025).Months.Skip(1)] },
            },
        };
    }

    [Fact]
    public void A_year_that_goes_on_as_the_one_before_forecasts_itself_wherever_it_is_cut()
    {
        var cases = from months in Gen.ArrayOf(Gen.Choose(1, 100_000), 12)
                    from reach in Gen.Choose(2, 12)
                    select (Months: months.Select(month => month / 13m).ToArray(), Reach: reach);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var outlook = OpenYear.Outlook(OpenYear.Series(one.Months.Take(one.Reach), (2024, one.Months), (2025, one.Months)));
            Assert.Equal(Rounding.HalfUp(one.Months.Sum(), 6), Rounding.HalfUp(outlook.Forecast, 6));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_order_of_series_does_not_matter()
    {
        decimal[] heat = [30, 25, 15, 5, 0, 0, 0, 0, 0, 5, 15, 25];
        var (one, other) = (OpenYear.Series(ToDate, (2025, LastYear)), OpenYear.Series([33, 27.5m, 16.5m], (2025, heat)));
        Assert.Equal(OpenYear.Outlook(one, other).Forecast, OpenYear.Outlook(other, one).Forecast);
        Assert.Equal(OpenYear.Outlook(one, other).CoveredParts, OpenYear.Outlook(other, one).CoveredParts);
    }
}
