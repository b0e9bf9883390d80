using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Evaluations;

/// <summary>docs/rules/shared-meters.md: sub-meters first, the remainder by rule, nothing lost.</summary>
public sealed class SharedMeterTests
{
    [Fact] // domain §9.9
    public void Example_9_the_remainder_is_shared_by_area_and_everything_adds_up_to_the_main_meter()
    {
        var judged = Judged.Of(new CommunityRecords(
            [A.Institution(), A.Institution("I2")], [A.Building("A", 6_000), A.Building("B", 4_000, "I2")],
            [A.Meter("MAIN", building: null), A.Meter("SA", parent: "MAIN", building: "A"), InstitutionTwo("SB", "MAIN", "B"),
                A.Meter("DC", purpose: MeterPurpose.DataCentre, parent: "MAIN", building: "A")])
        {
            Allocations = [A.Allocation("MAIN", "A", AllocationMethod.Area), A.Allocation("MAIN", "B", AllocationMethod.Area, institution: "I2")],
            Bills = [A.YearBill("MAIN", 2025, 100_000), A.YearBill("SA", 2025, 42_000), A.YearBill("SB", 2025, 33_000), A.YearBill("DC", 2025, 15_000)],
        });
        var rows = judged.Years.SelectMany(year => year.Rows.Select(row => (year.Institution.Code, row.Key.Purpose, row.Quantity))).ToArray();
        Assert.Equal(48_000m, rows.Where(row => row is { Code: "I1", Purpose: MeterPurpose.General }).Sum(row => row.Quantity));
        Assert.Equal(15_000m, rows.Where(row => row is { Code: "I1", Purpose: MeterPurpose.DataCentre }).Sum(row => row.Quantity));
        Assert.Equal(37_000m, rows.Where(row => row.Code == "I2").Sum(row => row.Quantity));
        Assert.Equal(8m, judged.Of(Indicator.ElectricityPerArea).Actual); // without the data centre
    }

    [Fact]
    public void Fixed_shares_and_persons_divide_a_meter_between_institutions()
    {
        Assert.Equal((70_000m, 30_000m), Shared(AllocationMethod.Fixed, 0.7m, 0.3m));
        Assert.Equal((25_000m, 75_000m), Shared(AllocationMethod.Persons, null, null));
        Assert.Equal((60_000m, 40_000m), Shared(AllocationMethod.Area, null, null));
    }

    [Fact] // the rule of §4.3: a gap in any member of a family leaves every subject that it feeds without a value
    public void A_gap_in_a_sub_meter_bounds_the_remainder_from_both_ends()
    {
        Bill[] bills = [A.YearBill("MAIN", 2025, 365_000), A.Bill("T", "2025-01-01", "2025-10-28", 30_000)];
        var verdict = Judged.Of(new CommunityRecords(
            [A.Institution()], [A.Building()], [A.Meter("MAIN"), A.Meter("T", purpose: MeterPurpose.Tenant, parent: "MAIN")]) { Bills = bills })
            .Of(Indicator.ElectricityPerArea);
        Assert.Null(verdict.Actual);
        Assert.Equal(33.5m, verdict.UpperBound); // all that is not billed to the tenant
        Assert.Equal(33.5m - 0.65m, verdict.LowerBound); // 65 days at 100 kWh may still be the tenant's
    }

    [Fact] // half the year's share would leave half of what December can hold out of the bounds
    public void A_gap_is_bounded_by_the_allocation_of_its_own_days()
    {
        var judged = Judged.Of(new CommunityRecords([A.Institution()], [A.Building("A"), A.Building("B")], [A.Meter("E", building: "A")])
        {
            Allocations = [A.Allocation("E", "B", AllocationMethod.Fixed, 1, from: "2025-07-01")],
            Bills = [A.Bill("E", "2025-01-01", "2025-12-01", 334_000)],
        });
        Verdict Of(string building) => judged.OfBuilding(Indicator.ElectricityPerArea, building);

        Assert.Equal(15.3m, Of("B").LowerBound);
        Assert.Equal(18.4m, Of("B").UpperBound); // 31 days at 1,000 kWh, all of them B's
        Assert.Equal(18.1m, Of("A").UpperBound); // none of them A's
    }

    [Fact]
    public void Without_a_bill_of_the_main_meter_the_remainder_is_unknown_and_not_negative()
    {
        var judged = Judged.Of(new CommunityRecords(
            [A.Institution()], [A.Building()], [A.Meter("MAIN"), A.Meter("SUB", purpose: MeterPurpose.Canteen, parent: "MAIN")])
        {
            Bills = [A.Bill("MAIN", "2025-01-01", "2025-07-01", 181_000), A.YearBill("SUB", 2025, 36_500)],
        });
        Assert.All(judged.One.Rows, row => Assert.True(row.Quantity > 0));
        Assert.Equal(6, judged.One.Rows.Count(row => row.Key.Purpose == MeterPurpose.General));
        Assert.Equal(12, judged.One.Rows.Count(row => row.Key.Purpose == MeterPurpose.Canteen));
    }

    [Fact]
    public void Tenant_energy_and_let_area_leave_together_and_only_while_a_meter_counts_them()
    {
        var records = new CommunityRecords([A.Institution()], [A.Building()], [A.Meter("E")])
        {
            FloorAreas = [A.Area("B1", "2020-01-01", 10_000, let: 2_000)], Bills = [A.YearBill("E", 2025, 100_000)],
        };
        Assert.Equal(10m, Judged.Of(records).Of(Indicator.ElectricityPerArea).Actual);

        var metered = records with
        {
            Meters = [A.Meter("E"), A.Meter("T", purpose: MeterPurpose.Tenant, parent: "E")],
            Bills = [.. records.Bills, A.YearBill("T", 2025, 40_000)],
        };
        Assert.Equal(7.5m, Judged.Of(metered).Of(Indicator.ElectricityPerArea).Actual); // 60,000 / 8,000
    }

    [Theory] // a tenant's meter at A that is allocated to B: 181 days until 1 July, 184 from then on
    [InlineData("2025-07-01", null, 181, 184)]
    [InlineData("2020-01-01", "2025-07-01", 184, 181)]
    [InlineData("2025-07-01", "2025-07-01", 365, 0)] // of no day
    [InlineData("2020-01-01", null, 0, 365)]
    public void Let_area_leaves_where_and_when_an_allocated_meter_counts(string from, string? to, int daysOfA, int daysOfB)
    {
        var judged = Judged.Of(new CommunityRecords([A.Institution()], [A.Building("A"), A.Building("B")],
            [A.Meter("E", building: "A"), A.Meter("T", purpose: MeterPurpose.Tenant, building: "A")])
        {
            FloorAreas = [A.Area("A", "2020-01-01", 10_000, let: 2_000), A.Area("B", "2020-01-01", 10_000, let: 500)],
            Allocations = [A.Allocation("T", "B", AllocationMethod.Fixed, 1, from: from, to: to)],
            Bills = [A.YearBill("E", 2025, 100_000), A.YearBill("T", 2025, 1_000)],
        });
        var days = judged.Of(Indicator.ElectricityPerArea).Denominator.Segments.Where(segment => segment.What == "let")
            .ToLookup(segment => segment.Source, segment => segment.Days);

        Assert.Equal((-2_000m * daysOfA, -500m * daysOfB), (days["A"].Sum(), days["B"].Sum()));
    }

    [Fact] // the days before an allocation begins stay with the meter's own place
    public void An_allocation_that_begins_within_a_month_takes_its_days_only()
    {
        var judged = Judged.Of(new CommunityRecords(
            [A.Institution(), A.Institution("I2")], [A.Building("A"), A.Building("B", institution: "I2")], [A.Meter("MAIN", building: "A")])
        {
            Allocations = [A.Allocation("MAIN", "B", AllocationMethod.Area, institution: "I2", from: "2025-07-16")],
            Bills = [A.YearBill("MAIN", 2025, 36_500)],
        });
        var july = judged.Years.SelectMany(year => year.Rows.Where(row => row.Key.Month == 7)).ToDictionary(row => row.Key.BuildingCode!, row => row.Quantity);
        Assert.Equal((1_500m, 1_600m), (july["A"], july["B"]));
        Assert.Equal(19_600m / 10_000, judged.Of(Indicator.ElectricityPerArea).Actual); // 196 days are A's
    }

    private static (decimal, decimal) Shared(AllocationMethod method, decimal? one, decimal? two)
    {
        var judged = Judged.Of(new CommunityRecords(
            [A.Institution(), A.Institution("I2")], [A.Building("A", 6_000), A.Building("B", 4_000, "I2")], [A.Meter("MAIN", building: null)])
        {
            Allocations = [A.Allocation("MAIN", "A", method, one), A.Allocation("MAIN", "B", method, two, "I2")],
            Headcounts = [A.Headcount("2020-01-01", 100), A.Headcount("2020-01-01", 300, institution: "I2")],
            Bills = [A.YearBill("MAIN", 2025, 100_000)],
        });
        var sums = judged.Years.OrderBy(year => year.Institution.Code, StringComparer.Ordinal).Select(year => year.Rows.Sum(row => row.Quantity)).ToArray();
        Assert.Equal(100_000m, sums.Sum());
        return (Rounding.HalfUp(sums[0], 4), Rounding.HalfUp(sums[1], 4)); // each month rounds for itself, at six decimals
    }

    private static Meter InstitutionTwo(string code, string parent, string building) => new()
    {
        Code = code, BuildingCode = building, InstitutionCode = "I2", ParentCode = parent, Carrier = Carrier.Electricity, Unit = "kWh",
        Purpose = MeterPurpose.General, Multiplier = 1, ActiveFrom = A.Day("2020-01-01"),
    };
}
