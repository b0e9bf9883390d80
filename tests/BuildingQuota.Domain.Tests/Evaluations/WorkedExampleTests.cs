using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Evaluations;

/// <summary>The worked examples of the domain research, through the whole engine: bills in, verdict out.</summary>
public sealed class WorkedExampleTests
{
    [Theory] // §9.2
    [InlineData("STAT", Indicator.EnergyPerArea, "19.1083")]
    [InlineData("STAT", Indicator.EnergyPerCapita, "675.3465")]
    [InlineData("STAT", Indicator.NonHeatingEnergyPerArea, "10.5783")]
    [InlineData("STAT", Indicator.HeatingEnergyPerHeatedArea, "9.3055")]
    [InlineData("STAT", Indicator.TotalEnergy, "236371.2850")]
    [InlineData("DB37", Indicator.EnergyPerArea, "28.0777")]
    [InlineData("DB37", Indicator.EnergyPerCapita, "982.8665")]
    [InlineData("DB37", Indicator.NonHeatingEnergyPerArea, "19.5477")]
    [InlineData("DB37", Indicator.HeatingEnergyPerHeatedArea, "9.3055")]
    [InlineData("DB37", Indicator.TotalEnergy, "344003.2850")]
    public void Example_2_the_same_bills_in_two_coefficient_sets(string set, Indicator indicator, string expected)
    {
        var quota = A.Quota(indicator, 1_000_000, 500_000, 1);
        Assert.Equal(expected, Shown(Judged.Of(ExampleTwo(600_000), set, quota), indicator));
    }

    [Fact] // §9.2: the wrong set would put the building into a better tier
    public void Example_2_a_quota_is_judged_in_the_set_that_it_is_bound_to()
    {
        var quota = A.Quota(Indicator.NonHeatingEnergyPerArea, 20.8m, 12.6m, 6.9m);
        Assert.Equal(TierName.WithinConstraint, Judged.Of(ExampleTwo(600_000), "DB37", quota).Of(Indicator.NonHeatingEnergyPerArea).Tier);
        Assert.Equal(TierName.WithinBaseline, Judged.Of(ExampleTwo(600_000), "STAT", quota).Of(Indicator.NonHeatingEnergyPerArea).Tier);
    }

    [Fact] // §9.3
    public void Example_3_area_and_people_are_weighed_by_days()
    {
        var records = new CommunityRecords([A.Institution()], [A.Building()], [A.Meter("M", Carrier.OtherTce)])
        {
            FloorAreas = [A.Area("B1", "2025-01-01", 10_000), A.Area("B1", "2025-07-01", 12_500)],
            Headcounts = [A.Headcount("2025-01-01", 400), A.Headcount("2025-09-01", 460)],
            Bills = [A.YearBill("M", 2025, 180, Carrier.OtherTce)],
        };
        var verdicts = Judged.Of(records, "STAT", A.Quota(Indicator.EnergyPerArea, 22.3m, 15.6m, 8.1m));
        Assert.Equal("11260.2740", Text(verdicts.Of(Indicator.EnergyPerArea).Denominator.Average));
        Assert.Equal("420.0548", Text(verdicts.Of(Indicator.EnergyPerCapita).Denominator.Average));
        Assert.Equal("15.9854", Shown(verdicts, Indicator.EnergyPerArea));
        Assert.Equal("428.5155", Shown(verdicts, Indicator.EnergyPerCapita));
        Assert.Equal(TierName.WithinConstraint, verdicts.Of(Indicator.EnergyPerArea).Tier);
    }

    [Fact] // §9.3
    public void Example_3_a_leap_year_has_366_days()
    {
        var records = new CommunityRecords([A.Institution()], [A.Building()], [A.Meter("M", Carrier.OtherTce)])
        {
            FloorAreas = [A.Area("B1", "2024-01-01", 10_000), A.Area("B1", "2024-07-01", 12_500)],
            Bills = [A.YearBill("M", 2024, 180, Carrier.OtherTce)],
        };
        Assert.Equal("11256.8306", Text(Judged.Of(records, "STAT", year: 2024).Of(Indicator.EnergyPerArea).Denominator.Average));
    }

    [Fact]
    public void Water_goes_by_the_energy_head_count_until_it_has_one_of_its_own_and_without_any_there_is_no_verdict()
    {
        var records = new CommunityRecords([A.Institution()], [A.Building()], [A.Meter("W", Carrier.Water)]) { Bills = [A.YearBill("W", 2025, 3_000, Carrier.Water)] };
        Assert.DoesNotContain(Judged.Of(records).One.Verdicts, verdict => verdict.Definition.Indicator == Indicator.WaterPerCapita);

        Headcount[] heads = [A.Headcount("2020-01-01", 100), A.Headcount("2025-07-01", 50, HeadcountBasis.Water)];
        Assert.Equal((181 * 100m + 184 * 50m) / 365, Judged.Of(records with { Headcounts = heads }).Of(Indicator.WaterPerCapita).Denominator.Average);
    }

    [Theory] // §9.4
    [InlineData("22.10", TierName.OverConstraint)]
    [InlineData("20.81", TierName.OverConstraint)]
    [InlineData("20.80", TierName.WithinConstraint)]
    [InlineData("15.00", TierName.WithinConstraint)]
    [InlineData("12.60", TierName.WithinBaseline)]
    [InlineData("9.00", TierName.WithinBaseline)]
    [InlineData("6.90", TierName.WithinBaseline)]
    [InlineData("6.85", TierName.BetterThanGuiding)]
    public void Example_4_a_value_on_a_limit_has_not_crossed_it(string actual, TierName expected) =>
        Assert.Equal(expected, new QuotaTiers(20.8m, 12.6m, 6.9m).Judge(Number(actual)));

    [Theory] // water has two tiers, the other way round in print: 通用值 binds, 先进值 is good
    [InlineData("25.01", TierName.OverConstraint)]
    [InlineData("25", TierName.WithinConstraint)]
    [InlineData("10", TierName.WithinBaseline)]
    [InlineData("9.99", TierName.BetterThanGuiding)]
    public void Two_tiers_are_judged_by_name(string actual, TierName expected) =>
        Assert.Equal(expected, new QuotaTiers(25, null, 10).Judge(Number(actual)));

    [Fact] // §9.5
    public void Example_5_overrun_amount_and_percent()
    {
        var records = new CommunityRecords([A.Institution()], [A.Building(area: 8_000)], [A.Meter("M", Carrier.OtherTce)])
        {
            Bills = [A.YearBill("M", 2025, 176.8m, Carrier.OtherTce)],
        };
        var verdict = Judged.Of(records, "STAT", A.Quota(Indicator.EnergyPerArea, 20.8m, 12.6m, 6.9m)).Of(Indicator.EnergyPerArea);
        Assert.Equal(22.1m, verdict.Actual);
        Assert.Equal(10_400m, verdict.OverrunAmount);
        Assert.Equal(6.25m, verdict.OverrunPercent);
    }

    [Fact] // §9.7, with CarbonPerArea leaving vehicle fuel out: 62.8053
    public void Example_7_carbon_by_the_province_with_pv_at_zero_and_vehicles_only_per_capita()
    {
        var records = ExampleTwo(560_000, pv: 40_000);
        var verdicts = Judged.Of(records, "STAT");
        Assert.Equal("767806.7750", Shown(verdicts, Indicator.TotalCarbon));
        Assert.Equal("62.8053", Shown(verdicts, Indicator.CarbonPerArea));
        Assert.Equal("2193.7336", Shown(verdicts, Indicator.CarbonPerCapita));
    }

    private static CommunityRecords ExampleTwo(decimal kwh, decimal pv = 0)
    {
        Meter[] meters =
        [
            A.Meter("E"), A.Meter("PV", Carrier.PvSelfUse), A.Meter("G", Carrier.NaturalGas), A.Meter("H", Carrier.DistrictHeat),
            A.Meter("V1", Carrier.Gasoline, MeterPurpose.Vehicle, building: null),
            A.Meter("V2", Carrier.Diesel, MeterPurpose.Vehicle, building: null), A.Meter("W", Carrier.Water),
        ];
        return new CommunityRecords([A.Institution()], [A.Building(area: 12_000)], meters)
        {
            FloorAreas = [new() { Id = 1, BuildingCode = "B1", InstitutionCode = "I1", From = A.Day("2020-01-01"), GrossAreaM2 = 12_000, HeatedAreaM2 = 11_000, ImportId = 1 }],
            Headcounts = [A.Headcount("2020-01-01", 350)],
            Bills =
            [
                A.YearBill("E", 2025, kwh), A.YearBill("PV", 2025, pv, Carrier.PvSelfUse), A.YearBill("G", 2025, 40_000, Carrier.NaturalGas),
                A.YearBill("H", 2025, 3_000, Carrier.DistrictHeat), A.YearBill("V1", 2025, 6_000, Carrier.Gasoline),
                A.YearBill("V2", 2025, 500, Carrier.Diesel), A.YearBill("W", 2025, 9_000, Carrier.Water),
            ],
        };
    }

    private static string Shown(Judged verdicts, Indicator indicator) => Text(verdicts.Of(indicator).Actual!.Value);

    private static string Text(decimal value) =>
        Rounding.HalfUp(value, 4).ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
