using System.Globalization;

namespace BuildingQuota.Testing.DemoRegion;

/// <summary>What goes wrong with bills and how it is put right; what never arrived.</summary>
internal static class BillEvents
{
    public static void Apply(Region region)
    {
        EstimateThenTrueUp(region);
        ReverseAndEnterAgain(region);
        TakeStockOfCoal(region);
        Estimate(region, "YM-YY-B1-E1-20251121", "YM-YY-B1-E1-20251221");
        Lose(region, "SW-CZJ-B1-E1", "2025-02-26", "2025-04-26");
        Lose(region, "WS-JYJ-B1-E1", "2025-09-01", "2025-11-01");
        Lose(region, "EM-CZJ-B1-E1", "2025-07-11", "2025-08-11");
        Lose(region, "TL-XX-B1-W1", "2024-06-11", "2024-10-11");
        NameNoMeter(region, "EM-ZF");
    }

    private static void EstimateThenTrueUp(Region region)
    {
        string[] numbers = ["DQ-WJW-B1-E1-20241201", "DQ-WJW-B1-E1-20250101", "DQ-WJW-B1-E1-20250201"];
        var bills = numbers.Select(region.Bill).ToList();
        Estimate(region, numbers);
        region.Bills.Add(bills[^1] with
        {
            Start = bills[0].Start, Quantity = bills.Sum(bill => bill.Quantity), Cost = bills.Sum(bill => bill.Cost),
            ReadingType = "correction", Number = bills[^1].Number + "-C", IssuedOn = new DateOnly(2025, 2, 20),
        });
    }

    /// <summary>The meter was not read: the supplier guesses a tenth too much, in round hundreds.</summary>
    private static void Estimate(Region region, params string[] numbers)
    {
        foreach (var bill in numbers.Select(region.Bill).ToList())
        {
            var guess = Calendar.HalfUp(bill.Quantity * 1.1m / 100m, 0) * 100m;
            region.Bills[region.Bills.IndexOf(bill)] = bill with
            {
                Quantity = guess, Cost = Calendar.HalfUp(bill.Cost * guess / bill.Quantity, 2), ReadingType = "estimated",
            };
        }
    }

    private static void ReverseAndEnterAgain(Region region)
    {
        var right = region.Bill("DQ-FGW-B1-E1-20250401");
        var wrong = right with { Quantity = right.Quantity * 10m, Cost = right.Cost * 10m };
        region.Bills[region.Bills.IndexOf(right)] = wrong;
        region.Bills.Add(wrong with
        {
            Quantity = -wrong.Quantity, Cost = -wrong.Cost, ReadingType = "reversal", IssuedOn = new DateOnly(2025, 4, 14),
        });
        region.Bills.Add(right with { Number = right.Number + "-R", IssuedOn = new DateOnly(2025, 4, 15) });
    }

    /// <summary>In April a fifth of the winter's coal still lies in the yard: burnt is what was brought less what is left.</summary>
    private static void TakeStockOfCoal(Region region)
    {
        var (from, to) = (new DateOnly(2024, 10, 15), new DateOnly(2025, 4, 15));
        var winter = region.Bills.Where(bill => bill.Meter == "TCS-ZF-B1-C1" && bill.Start >= from && bill.End <= to).ToList();
        region.Bills.Add(winter[^1] with
        {
            Start = from, Quantity = Calendar.HalfUp(winter.Sum(bill => bill.Quantity) * 0.8m, 3),
            Cost = Calendar.HalfUp(winter.Sum(bill => bill.Cost) * 0.8m, 2), ReadingType = "correction",
            Number = winter[^1].Number + "-C", IssuedOn = new DateOnly(2025, 4, 28),
        });
    }

    private static void Lose(Region region, string meter, string from, string to) => region.Bills.RemoveAll(bill =>
        bill.Meter == meter && bill.Start >= Day(from) && bill.End <= Day(to));

    /// <summary>Its supplier prints no meter number: building and carrier say which meter is meant.</summary>
    private static void NameNoMeter(Region region, string institution)
    {
        for (var i = 0; i < region.Bills.Count; i++)
            if (region.Bills[i].Institution == institution && region.Bills[i].Building != "")
                region.Bills[i] = region.Bills[i] with { Meter = "" };
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
