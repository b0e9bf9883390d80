using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Planning;

public sealed class PlanPathTests
{
    private static readonly decimal[] Actuals = [24.10m, 23.80m, 23.60m, 23.05m, 22.75m];

    [Theory] // domain §9.6: debt is re-planned over the remaining years
    [InlineData(TargetPath.Geometric, "23.7551 23.7682 23.4619 23.1966 22.8000")]
    [InlineData(TargetPath.Linear, "23.7600 23.7750 23.4667 23.2000 22.8000")]
    public void With_debt_the_rest_is_replanned(TargetPath shape, string expected)
    {
        var path = new PlanPath(24, 5, 5, shape);
        var targets = Enumerable.Range(1, 5).Select(k => path.Binding(k, k == 1 ? null : Actuals[k - 2]));
        Assert.Equal(expected, string.Join(' ', targets.Select(Show)));
    }

    [Fact]
    public void Without_debt_or_without_last_years_actual_the_first_path_binds()
    {
        var path = new PlanPath(24, 5, 5, TargetPath.Geometric);
        Assert.Equal("23.5126", Show(path.Binding(2, path.Original(1))));
        Assert.Equal("23.5126", Show(path.Binding(2, 20)));
        Assert.Equal("23.5126", Show(path.Binding(2, null)));
        Assert.NotEqual("23.5126", Show(path.Binding(2, path.Original(1) + 0.001m)));
    }

    [Theory] // 44.551 × 0.85 = 37.86835 lies between two figures of four decimals: a root that is short by 1e-26 would show the lower
    [InlineData(TargetPath.Geometric)]
    [InlineData(TargetPath.Linear)]
    public void The_last_year_asks_for_the_whole_decline_to_the_last_digit(TargetPath shape)
    {
        var path = new PlanPath(44.551m, 15, 5, shape);
        Assert.Equal((37.86835m, 37.86835m), (path.Original(5), path.Binding(5, 40.123m)));
        Assert.Equal("37.8684", Show(path.Original(5)));
    }

    [Theory] // domain §5.2: yearly rates of a geometric path
    [InlineData(5, "1.0206")]
    [InlineData(6, "1.2299")]
    [InlineData(15, "3.1981")]
    public void The_first_year_of_a_geometric_path(int cumulative, string yearlyPercent) =>
        Assert.Equal(yearlyPercent, Show(100 - new PlanPath(100, cumulative, 5, TargetPath.Geometric).Original(1)));

    [Theory] // a value that is not known has neither met nor missed its target
    [InlineData(null, null)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_target_is_met_at_or_below_it(int? actual, bool? met) =>
        Assert.Equal(met, new PlanOutcome(Match, 110, 100, 100).Met(actual));

    private static PlanMatch Match { get; } = new(
        new Plan { Code = "P", Name = "P", RegionCode = "654200", BaseYear = 2020, EndYear = 2025, Path = TargetPath.Geometric, Source = "", Confidence = "" },
        new PlanTarget { Id = 1, PlanCode = "P", Indicator = Indicator.EnergyPerArea, CumulativeRatePercent = 5, Source = "", Confidence = "" });

    private static string Show(decimal value) =>
        Rounding.HalfUp(value, 4).ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);
}
