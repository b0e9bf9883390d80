using BuildingQuota.Oracle.Exact;
using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>
/// What the bills of one meter say of one year: month by month as billed, and which days they cover. Quantities in the carrier's own unit.
/// A bill is converted first, then shared to its months by days, quantity at six decimals and cost to the cent.
/// </summary>
public sealed class MeterYear
{
    private readonly HashSet<DateOnly> _covered = [];
    private readonly List<Fraction> _daily = [];
    private List<DateOnly>? _missing;
    private Fraction? _highDay;

    public MeterYear(Meter meter, Year year, IEnumerable<Bill> bills, Reference reference)
    {
        Meter = meter;
        Active = [.. year.Days.Where(day => Timelines.IsActive(meter, day))];
        foreach (var bill in bills) Take(bill, year.Number, reference.Unit(meter.Carrier, bill.Unit));
    }

    public Meter Meter { get; }

    public IReadOnlyList<DateOnly> Active { get; }

    /// <summary>Twelve months.</summary>
    public decimal[] Quantity { get; } = new decimal[12];

    public decimal[] Cost { get; } = new decimal[12];

    public decimal[] Estimated { get; } = new decimal[12];

    public List<DateOnly> Missing => _missing ??= [.. Active.Where(day => !Covers(day))];

    public int MissingDays => Missing.Count;

    public bool Covers(DateOnly day) => _covered.Contains(day);

    /// <summary>95 of 100, on the limit enough (design §4.3 "Sufficient").</summary>
    public bool IsSufficient => (Active.Count - MissingDays) * 100 >= Active.Count * 95;

    /// <summary>The 95th percentile, nearest rank, of the use of its covered days, not below nought; nothing when there are none.</summary>
    public Fraction? HighDay => _daily.Count == 0 ? null : _highDay ??= Positive(_daily.Order().ElementAt((((_daily.Count * 95) + 99) / 100) - 1));

    private static Fraction Positive(Fraction value) => value.Sign < 0 ? Fraction.Zero : value;

    private void Take(Bill bill, int year, UnitRule unit)
    {
        var days = Enumerable.Range(0, bill.Until.DayNumber - bill.From.DayNumber).Select(bill.From.AddDays).ToList();
        var months = days.GroupBy(day => (day.Year, day.Month)).ToList();
        var weights = months.Select(month => Fraction.Of(month.Count())).ToList();
        var whole = (Fraction.Of(bill.Quantity) * unit.Numerator / unit.Denominator).Round(6);
        var (quantities, costs) = (LargestRemainder.Split(whole, weights, 6), LargestRemainder.Split(bill.Cost, weights, 2));
        for (var at = 0; at < months.Count; at++)
        {
            if (months[at].Key.Year != year) continue;
            var month = months[at].Key.Month - 1;
            Quantity[month] += quantities[at];
            Cost[month] += costs[at];
            if (bill.Reading == "estimated") Estimated[month] += quantities[at];
            foreach (var day in months[at])
            {
                _covered.Add(day);
                _daily.Add(Fraction.Of(quantities[at]) / months[at].Count());
            }
        }
    }
}
