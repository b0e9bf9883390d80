using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Billing;

/// <summary>One month's part of a bill: quantity in the carrier's own unit, cost in yuan.</summary>
public sealed record BillSlice(Bill Bill, DateSpan Span, decimal Quantity, decimal Cost)
{
    /// <summary>A purchase is no reading, but it is no estimate either.</summary>
    public bool IsEstimated => Bill.ReadingType == ReadingType.Estimated;
}

/// <summary>Shares a bill over the calendar months by days (docs/rules/bill-sharing.md; domain §9.1).</summary>
public static class BillSharing
{
    private const decimal Cent = 0.01m;

    /// <summary>Quantity at six decimals, cost to the cent; the parts sum to the bill, and a bill inside one month is its own part.</summary>
    public static IReadOnlyList<BillSlice> ByMonth(Bill bill, ConversionTable conversions)
    {
        var quantity = conversions.ToOwnUnit(bill.Carrier, bill.Unit, bill.Quantity);
        if (bill.Covers.IsInOneMonth) return [new BillSlice(bill, bill.Covers, quantity, bill.CostCny ?? 0)];

        var months = bill.Covers.ByMonth().ToArray();
        var days = Array.ConvertAll(months, month => (decimal)month.Days);
        var quantities = Apportionment.Split(quantity, days);
        var costs = Apportionment.Split(bill.CostCny ?? 0, days, Cent);
        return months.Select((month, i) => new BillSlice(bill, month, quantities[i], costs[i])).ToArray();
    }
}
