using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Evaluations;

/// <summary>docs/rules/deciding-bills.md: which missing bills an undetermined verdict waits for.</summary>
public sealed class DecidingBillsTests
{
    private const Indicator Judging = Indicator.ElectricityPerArea;

    [Theory] // 334 days billed, 367,400 kWh on 10,000 m²: 36.74; E1 can hold 31 × 1,000 more (3.1), E2 31 × 100 more (0.31)
    [InlineData("39.8399", true, true, false, false)] // E1 alone
    [InlineData("39.84", false, true, false, true)] // both together, neither alone
    public void The_heaviest_bill_alone_or_the_fewest_together(string constraint, bool firstAlone, bool firstWith, bool secondAlone, bool secondWith)
    {
        var verdict = TwoMeters(decimal.Parse(constraint, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Sufficiency.Undetermined, verdict.Sufficiency);
        Assert.Equal(
            [("E1", 31_000m, firstAlone, firstWith), ("E2", 3_100m, secondAlone, secondWith)],
            verdict.Deciding.Select(bill => (bill.Meter.Meter.Code, bill.AmountAtMost!.Value, bill.DecidesAlone, bill.DecidesTogether)));
    }

    [Theory] // on what both can hold it is within; below what is billed it is over
    [InlineData("40.15", Sufficiency.WithinWhateverIsMissing)]
    [InlineData("36.7399", Sufficiency.OverWhateverIsMissing)]
    public void Only_an_undetermined_verdict_waits_for_bills(string constraint, Sufficiency expected)
    {
        var verdict = TwoMeters(decimal.Parse(constraint, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected, verdict.Sufficiency);
        Assert.Empty(verdict.Deciding);
    }

    [Fact]
    public void Above_the_limit_the_sub_meter_that_can_bring_it_back_decides()
    {
        Bill[] bills = [A.YearBill("MAIN", 2025, 365_000), A.Bill("T", "2025-01-01", "2025-10-28", 30_000)];
        var verdict = Judged.Of(
            new CommunityRecords(
                [A.Institution()], [A.Building()], [A.Meter("MAIN"), A.Meter("T", purpose: MeterPurpose.Tenant, parent: "MAIN")]) { Bills = bills },
            "STAT", A.Quota(Judging, 33, 20, 1)).Of(Judging);
        var bill = Assert.Single(verdict.Deciding);
        Assert.Equal(("T", -6_500m, true), (bill.Meter.Meter.Code, bill.AmountAtMost, bill.DecidesAlone));
    }

    [Fact]
    public void Missing_days_are_spans_across_months()
    {
        var meter = new MeterYear(A.Meter("E"), 2025, year => year != 2025 ? [] :
        [
            .. BillSharing.ByMonth(A.Bill("E", "2025-01-01", "2025-02-15", 45), A.Conversions),
            .. BillSharing.ByMonth(A.Bill("E", "2025-04-10", "2025-12-01", 235), A.Conversions),
        ]);
        Assert.Equal(
            [new DateSpan(A.Day("2025-02-15"), A.Day("2025-04-10")), new DateSpan(A.Day("2025-12-01"), A.Day("2026-01-01"))],
            DecidingBills.MissingDays(meter));
    }

    [Theory, InlineData(10, false), InlineData(11, true)] // above 10 % estimated a verdict is provisional, on it not
    public void A_tenth_may_be_estimated(int estimated, bool provisional)
    {
        var read = A.Bill("E", "2025-01-01", "2025-07-01", 100 - estimated);
        var guess = new Bill
        {
            Id = 9_999, MeterCode = "E", InstitutionCode = "I1", Carrier = Carrier.Electricity, PeriodStart = A.Day("2025-07-01"),
            PeriodEnd = A.Day("2026-01-01"), Quantity = estimated, Unit = "kWh", ReadingType = ReadingType.Estimated, RawQuantity = "",
            RawUnit = "", ImportId = 1, RowNumber = 2, RecordedAt = default, State = BillState.Live, ContentKey = "",
        };
        var verdict = Judged.Of(new CommunityRecords([A.Institution()], [A.Building()], [A.Meter("E")]) { Bills = [read, guess] }).Of(Judging);
        Assert.Equal(provisional, verdict.Provisional);
    }

    private static Verdict TwoMeters(decimal constraint) => Judged.Of(
        new CommunityRecords([A.Institution()], [A.Building()], [A.Meter("E1"), A.Meter("E2")])
        {
            Bills = [A.Bill("E1", "2025-01-01", "2025-12-01", 334_000), A.Bill("E2", "2025-01-01", "2025-12-01", 33_400)],
        },
        "STAT", A.Quota(Judging, constraint, 20, 1)).Of(Judging);
}
