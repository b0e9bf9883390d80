using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Evaluations;

/// <summary>docs/rules/occupancy.md: one building, several institutions; the parts are the whole.</summary>
public sealed class OccupancyTests
{
    [Fact] // domain §9.9 with one building instead of two
    public void Example_9_sub_meters_first_and_the_remainder_by_occupied_area()
    {
        var judged = Judged.Of(new CommunityRecords([A.Institution(), A.Institution("I2")], [A.Building(area: 10_000)],
            [A.Meter("MAIN"), A.Meter("SA", parent: "MAIN"), Of("I2", "SB", "MAIN"), A.Meter("DC", purpose: MeterPurpose.DataCentre, parent: "MAIN")])
        {
            Occupancies = [Use("I2", 4_000)],
            Bills = [A.YearBill("MAIN", 2025, 100_000), A.YearBill("SA", 2025, 42_000), A.YearBill("SB", 2025, 33_000), A.YearBill("DC", 2025, 15_000)],
        });
        Assert.Equal((48_000m, 15_000m, 37_000m), (Used(judged, "I1", MeterPurpose.General), Used(judged, "I1", MeterPurpose.DataCentre), Used(judged, "I2")));
        Assert.Equal(48_000m / 6_000, judged.Of(Indicator.ElectricityPerArea).Actual);
        Assert.Equal(37_000m / 4_000, judged.Of(Indicator.ElectricityPerArea, "I2").Actual);
        Assert.Equal(85_000m / 10_000, judged.OfBuilding(Indicator.ElectricityPerArea, "B1").Actual); // the building keeps its whole
    }

    [Fact]
    public void Occupied_days_count_and_heated_area_goes_along_in_the_same_part()
    {
        var judged = Judged.Of(Records(Use("I2", 4_000, "2025-07-02")) with { Headcounts = [A.Headcount("2020-01-01", 10, institution: "I2")] });
        Assert.Equal(4_000m * 183, judged.Of(Indicator.EnergyPerArea, "I2").Denominator.Days);
        Assert.Equal(10_000m * 365 - 4_000m * 183, judged.Of(Indicator.EnergyPerArea).Denominator.Days);
        Assert.True(judged.Of(Indicator.EnergyPerArea, "I2").PartialYear);
        Assert.False(judged.Of(Indicator.EnergyPerArea).PartialYear);
        Assert.Equal(10m * 183 / 365, judged.Of(Indicator.EnergyPerCapita, "I2").Denominator.Average);
    }

    [Fact]
    public void A_move_on_the_first_of_January_is_as_if_it_had_always_been_so()
    {
        var moved = Judged.Of(Records(Use("I2", 10_000, "2025-01-01")));
        var always = Judged.Of(Records(Use("I2", 10_000, "2001-01-01")));
        Assert.Equal(Shown(always), Shown(moved));
        Assert.DoesNotContain(moved.Years, year => year.Institution.Code == "I1" && year.Rows.Count > 0);
    }

    [Fact] // parts sum to wholes, whoever comes and goes, in whatever order they are told
    public void Whatever_is_occupied_the_parts_are_the_whole_and_their_order_does_not_matter()
    {
        var dice = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var rows = Enumerable.Range(0, dice.Next(1, 6)).Select(_ => Use("I" + dice.Next(2, 5), dice.Next(1, 2_000),
                A.Day("2024-06-01").AddDays(dice.Next(0, 500)), dice.Next(2) == 0 ? null : A.Day("2025-10-17").AddDays(dice.Next(0, 90)))).ToArray();
            var judged = Judged.Of(Records(rows));

            Assert.Equal(123_456.789m, judged.Years.SelectMany(year => year.Rows).Sum(row => row.Quantity));
            Assert.Equal(10_000m * 365, Parts(judged, Indicator.EnergyPerArea));
            Assert.Equal(10_000m * 365, Rounding.HalfUp(Parts(judged, Indicator.HeatingEnergyPerHeatedArea), 10));
            Assert.Equal(judged.OfBuilding(Indicator.TotalEnergy, "B1").Numerator, judged.Years.Sum(year => year.Rows.Sum(row => row.Kgce)));
            dice.Shuffle(rows);
            Assert.Equal(Shown(judged), Shown(Judged.Of(Records(rows))));
        }
    }

    [Theory]
    [InlineData(6_000, null)]
    [InlineData(6_000.01, "2025-03-01")]
    public void No_more_is_occupied_than_there_is(decimal area, string? day)
    {
        var timeline = new AreaTimeline(A.Building(area: 12_000), [A.Area("B1", "2025-03-01", 10_000)]);
        Assert.Equal(day, Occupancies.Overfull(timeline, [Use("I2", 4_000), Use("I3", area)])?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static CommunityRecords Records(params Occupancy[] rows) => new(
        [A.Institution(), A.Institution("I2"), A.Institution("I3"), A.Institution("I4")], [A.Building(area: 10_000)],
        [A.Meter("E"), A.Meter("H", Carrier.DistrictHeat)])
    {
        Occupancies = rows, Bills = [A.YearBill("E", 2025, 123_456.789m), A.YearBill("H", 2025, 0, Carrier.DistrictHeat)],
    };

    private static decimal Used(Judged judged, string institution, MeterPurpose? purpose = null) => judged.Years
        .Single(year => year.Institution.Code == institution).Rows.Where(row => purpose is null || row.Key.Purpose == purpose).Sum(row => row.Quantity);

    private static decimal Parts(Judged judged, Indicator indicator) => judged.Years.SelectMany(year => year.Verdicts)
        .Where(verdict => verdict.Definition.Indicator == indicator && verdict.Subject.Kind == SubjectKind.Institution).Sum(verdict => verdict.Denominator.Days);

    private static string Shown(Judged judged) => string.Join('\n', judged.Years.SelectMany(year => year.Verdicts).Select(verdict =>
        FormattableString.Invariant($"{verdict.Subject.Code} {verdict.Definition.Indicator} {verdict.Numerator:0.######} {verdict.Denominator.Average:0.######}"))
        .Order(StringComparer.Ordinal));

    private static Occupancy Use(string institution, decimal area, string from = "2020-01-01") => Use(institution, area, A.Day(from), null);

    private static Occupancy Use(string institution, decimal area, DateOnly from, DateOnly? to) => new()
    {
        Id = 0, BuildingCode = "B1", InstitutionCode = institution, AreaM2 = area, From = from, To = to, ImportId = 1,
    };

    private static Meter Of(string institution, string code, string parent) => new()
    {
        Code = code, BuildingCode = "B1", InstitutionCode = institution, ParentCode = parent, Carrier = Carrier.Electricity, Unit = "kWh",
        Purpose = MeterPurpose.General, Multiplier = 1, ActiveFrom = A.Day("2020-01-01"),
    };
}
