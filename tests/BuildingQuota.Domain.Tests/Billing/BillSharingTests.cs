using System.Globalization;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Tests.Billing;

public sealed class BillSharingTests
{
    [Theory] // domain §9.1
    [InlineData("2025-03-18", "2025-04-17", 31_000, "2025-03 14466.67, 2025-04 16533.33")]
    [InlineData("2024-02-20", "2024-03-20", 17_400, "2024-02 6000.00, 2024-03 11400.00")]
    [InlineData("2025-12-11", "2026-02-11", 62_000, "2025-12 21000.00, 2026-01 31000.00, 2026-02 10000.00")]
    [InlineData("2025-01-15", "2025-04-15", 10_000, "2025-01 1888.89, 2025-02 3111.11, 2025-03 3444.44, 2025-04 1555.56")]
    public void A_bill_is_shared_by_days_and_the_reading_day_belongs_to_the_next_one(string from, string until, int kwh, string expected)
    {
        var slices = BillSharing.ByMonth(A.Bill("M1", from, until, kwh), A.Conversions);
        Assert.Equal(expected, string.Join(", ", slices.Select(Show)));
        Assert.Equal(kwh, slices.Sum(slice => slice.Quantity));
    }

    [Fact] // domain §9.10a
    public void A_heating_season_is_split_by_days_over_the_new_year()
    {
        var slices = BillSharing.ByMonth(A.Bill("M1", "2024-10-15", "2025-04-15", 3_640, Carrier.DistrictHeat), A.Conversions);
        Assert.Equal(1_560m, slices.Where(slice => slice.Span.From.Year == 2024).Sum(slice => slice.Quantity), 6);
        Assert.Equal(2_080m, slices.Where(slice => slice.Span.From.Year == 2025).Sum(slice => slice.Quantity), 6);
    }

    private static string Show(BillSlice slice) =>
        string.Create(CultureInfo.InvariantCulture, $"{slice.Span.From:yyyy-MM} {slice.Quantity:0.00}");
}
