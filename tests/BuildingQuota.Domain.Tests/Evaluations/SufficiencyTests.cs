using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Evaluations;

/// <summary>docs/rules/sufficiency.md: 95 % of the active days of every meter that counts, and bounds when that is not there.</summary>
public sealed class SufficiencyTests
{
    private const Indicator Judging = Indicator.ElectricityPerArea;

    [Theory] // 365 × 0.95 = 346.75: 347 covered days are enough, 346 are not
    [InlineData("2025-12-14", true)]
    [InlineData("2025-12-13", false)]
    public void Ninety_five_percent_of_the_days_are_enough(string until, bool sufficient)
    {
        var verdict = Electricity(until, 10_000, constraint: 100).Of(Judging);
        Assert.Equal(sufficient, verdict.Actual is not null);
        Assert.Equal(sufficient, verdict.Sufficiency == Sufficiency.Sufficient);
    }

    [Fact]
    public void Nothing_is_filled_in_when_enough_days_are_covered() =>
        Assert.Equal(347_000m / 10_000, Electricity("2025-12-14", 347_000, constraint: 100).Of(Judging).Actual);

    [Theory] // 300 days at 1,000 kWh: 30 kWh/m² billed, 65 missing days at 1,000 more at most: 36.5
    [InlineData("29.9", Sufficiency.OverWhateverIsMissing, TierName.OverConstraint)]
    [InlineData("30", Sufficiency.Undetermined, null)]
    [InlineData("36.4", Sufficiency.Undetermined, null)]
    [InlineData("36.5", Sufficiency.WithinWhateverIsMissing, TierName.WithinBaseline)]
    public void The_bounds_decide_what_missing_bills_cannot_change(string constraint, Sufficiency expected, TierName? tier)
    {
        var limit = decimal.Parse(constraint, System.Globalization.CultureInfo.InvariantCulture);
        var verdict = Electricity("2025-10-28", 300_000, limit).Of(Judging);
        Assert.Equal((30m, 36.5m), (verdict.LowerBound, verdict.UpperBound));
        Assert.Equal((expected, tier), (verdict.Sufficiency, verdict.Tier));
        Assert.Null(verdict.Actual);
        Assert.Null(verdict.OverrunAmount);
    }

    [Fact]
    public void A_meter_without_any_bill_is_bounded_by_the_year_before_and_by_nothing_without_one()
    {
        Meter[] meters = [A.Meter("E"), A.Meter("NEW")];
        var bills = new[] { A.YearBill("E", 2025, 1_000), A.YearBill("NEW", 2024, 366) };
        Assert.Equal(1_365m / 10_000, Run(meters, bills).Of(Judging).UpperBound);
        Assert.Null(Run(meters, bills[..1]).Of(Judging).UpperBound);
        Assert.Equal(Sufficiency.Undetermined, Run(meters, bills[..1]).Of(Judging).Sufficiency);
    }

    [Fact]
    public void Coverage_is_asked_of_each_meter_and_never_pooled()
    {
        Meter[] meters = [A.Meter("E1"), A.Meter("E2")];
        Bill[] bills = [A.YearBill("E1", 2025, 1_000), A.Bill("E2", "2025-01-01", "2025-07-01", 1_000)];
        Assert.Null(Run(meters, bills).Of(Judging).Actual);
    }

    [Fact]
    public void A_meter_counts_only_for_the_indicators_that_it_enters()
    {
        Meter[] meters = [A.Meter("E"), A.Meter("W", Carrier.Water), A.Meter("PV", Carrier.PvSelfUse)];
        Bill[] bills = [A.YearBill("E", 2025, 1_000)];
        var judged = Run(meters, bills);
        Assert.Null(judged.Of(Indicator.ElectricityPerArea).Actual); // the PV meter has no bills and enters
        Assert.NotNull(judged.Of(Indicator.TotalEnergy).Actual); // PV is out of the total
        Assert.NotNull(judged.Of(Indicator.CarbonPerArea).Actual); // PV has a factor of zero
    }

    private static Judged Electricity(string until, decimal kwh, decimal constraint) =>
        Run([A.Meter("E")], [A.Bill("E", "2025-01-01", until, kwh)], A.Quota(Judging, constraint, 40, 1));

    private static Judged Run(Meter[] meters, Bill[] bills, params Quota[] quotas) =>
        Judged.Of(new CommunityRecords([A.Institution()], [A.Building()], meters) { Bills = bills }, "STAT", quotas);
}
