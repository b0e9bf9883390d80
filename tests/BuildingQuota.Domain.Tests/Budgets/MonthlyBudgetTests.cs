using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace BuildingQuota.Domain.Tests.Budgets;

/// <summary>docs/rules/monthly-budget.md; domain §9.5.</summary>
public sealed class MonthlyBudgetTests
{
    private static readonly decimal[] LastYear = [19, 18, 16, 11, 10, 11, 13, 13, 11, 12, 15, 17];

    [Fact]
    public void Last_years_months_carry_the_quota_and_nine_of_them_come_to_the_worked_example()
    {
        var budget = MonthlyBudget.Spread(166_400, 2025, LastYear);

        Assert.Equal((ShapeBasis.OwnYears, 1), (budget.Shape.Basis, budget.Shape.Sources));
        Assert.Equal(166_400, budget.Months.Sum());
        Assert.Equal(122_293.98m, Rounding.HalfUp(budget.Months.Take(9).Sum(), 2));
    }

    [Fact]
    public void Without_another_year_the_days_carry_it()
    {
        var budget = MonthlyBudget.Spread(366, 2024, null);

        Assert.Equal(ShapeBasis.Days, budget.Shape.Basis);
        Assert.Equal([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], budget.Months);
    }

    [Fact]
    public void A_month_below_zero_eleven_months_or_nothing_at_all_cannot_carry_it()
    {
        Assert.Equal(ShapeBasis.Days, MonthlyBudget.Spread(100, 2025, [.. LastYear[..11], -1]).Shape.Basis);
        Assert.Equal(ShapeBasis.Days, MonthlyBudget.Spread(100, 2025, LastYear[..11]).Shape.Basis);
        Assert.Equal(ShapeBasis.Days, MonthlyBudget.Spread(100, 2025, new decimal[12]).Shape.Basis);
        Assert.Equal(ShapeBasis.OwnYears, MonthlyBudget.Spread(100, 2025, [.. LastYear[..11], 0]).Shape.Basis);
    }

    [Fact]
    public void Of_three_years_each_month_takes_the_share_in_the_middle_and_one_odd_year_moves_nothing()
    {
        decimal[] odd = [100, .. LastYear[1..]];
        var steady = SeasonalShape.OfYears([LastYear, [.. LastYear.Select(month => month * 7)]])!;
        var three = SeasonalShape.OfYears([LastYear, odd, [.. LastYear.Select(month => month * 7)]])!;

        Assert.Equal((ShapeBasis.OwnYears, 3), (three.Basis, three.Sources));
        Assert.Equal(MonthlyBudget.Spread(166, steady).Months, MonthlyBudget.Spread(166, three).Months);
        Assert.Equal(19, Rounding.HalfUp(MonthlyBudget.Spread(166, three).Months[0], 6));
    }

    [Fact]
    public void Two_years_meet_in_the_middle_and_where_every_median_is_nothing_the_averages_speak()
    {
        var two = SeasonalShape.OfYears([[3, 1, .. new decimal[10]], [1, 3, .. new decimal[10]]])!;
        Assert.Equal([50, 50], MonthlyBudget.Spread(100, two).Months.Take(2));

        var lorries = SeasonalShape.OfYears([[1, .. new decimal[11]], [0, 1, .. new decimal[10]], [0, 0, 1, .. new decimal[9]]])!;
        Assert.Equal(99, MonthlyBudget.Spread(99, lorries).Months.Sum());
        Assert.Equal(33, Rounding.HalfUp(MonthlyBudget.Spread(99, lorries).Months[1], 6));
    }

    [Fact]
    public void Peers_lend_the_shape_in_their_middle()
    {
        var peer = SeasonalShape.OfYears([LastYear])!;
        var shape = SeasonalShape.OfPeers([peer, peer, SeasonalShape.OfDays(2025)])!;
        Assert.Equal((ShapeBasis.ClassPeers, 3), (shape.Basis, shape.Sources));
        Assert.Null(SeasonalShape.OfPeers([]));
    }

    [Fact]
    public void Peers_lend_shares_and_never_amounts() =>
        Assert.Equal(
            [.. LastYear.Select(month => Rounding.HalfUp(month / LastYear.Sum(), 6))],
            SeasonalShape.OfPeers([SeasonalShape.OfYears([LastYear])!])!.Weights);

    [Fact]
    public void Peers_of_fewer_than_five_institutions_say_nothing()
    {
        var book = new PeerBook<string, int>();
        foreach (var code in new[] { "I1", "I2", "I3", "I4", "I4", "I4" }) book.Add("class", "100000/650000/", code, [1]);
        Assert.Equal((null, 0), (book.Near("class", "100000/650000/", 1).RegionCode, book.Near("class", "100000/650000/", 1).Values.Count));

        book.Add("class", "100000/410000/", "I5", [1]);
        Assert.Equal(("100000", 7), (book.Near("class", "100000/650000/", 1).RegionCode, book.Near("class", "100000/650000/", 1).Values.Count));
    }

    [Fact]
    public void The_months_of_a_budget_add_up_to_its_limit_to_the_last_digit()
    {
        var cases = from limit in Gen.Choose(0, int.MaxValue)
                    from years in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 100_000), 12), 3)
                    select (Limit: limit / 997m, Years: years.Select(year => (IReadOnlyList<decimal>)[.. year.Select(month => month / 7m)]).ToArray());
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var budget = MonthlyBudget.Spread(one.Limit, SeasonalShape.OfYears(one.Years) ?? SeasonalShape.OfDays(2026));
            Assert.Equal(one.Limit, budget.Months.Sum());
            Assert.All(budget.Months, month => Assert.True(month >= 0));
        }).QuickCheckThrowOnFailure();
    }
}
