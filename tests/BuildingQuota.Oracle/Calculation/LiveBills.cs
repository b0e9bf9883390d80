using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>The bills that count, after every correction and reversal was taken in turn (design §4.1).</summary>
public static class LiveBills
{
    public static ILookup<string, Bill> Of(IEnumerable<Bill> entries) =>
        entries.GroupBy(entry => entry.Meter).SelectMany(Live).ToLookup(bill => bill.Meter);

    private static List<Bill> Live(IEnumerable<Bill> entries)
    {
        var live = new List<Bill>();
        foreach (var entry in entries)
        {
            if (entry.Reading == "reversal") live.RemoveAll(bill => bill.Number == entry.Number);
            if (entry.Reading == "correction") live.RemoveAll(bill => entry.From <= bill.From && bill.Until <= entry.Until);
            if (entry.Reading != "reversal") live.Add(entry);
        }

        return live;
    }
}
