using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Metering;

/// <summary>
/// Main meters with their sub-meters in one year. A main meter's own use is what remains after its sub-meters, month by month; it is
/// then shared to buildings by the allocation in force (docs/rules/shared-meters.md; domain §9.9).
/// </summary>
public sealed class MeterFamilies
{
    private readonly Dictionary<string, MeterYear> _meters;
    private readonly ILookup<string, MeterYear> _children;
    private readonly AllocationWeights _weights;

    public MeterFamilies(IEnumerable<MeterYear> meters, AllocationWeights weights)
    {
        _meters = meters.ToDictionary(meter => meter.Meter.Code);
        _children = _meters.Values.Where(m => m.Meter.ParentCode is not null).ToLookup(m => m.Meter.ParentCode!);
        _weights = weights;
    }

    public IEnumerable<MeterYear> Meters => _meters.Values;

    public MeterYear? ParentOf(Meter meter) => meter.ParentCode is { } code ? _meters.GetValueOrDefault(code) : null;

    /// <summary>The meter that the family's whole quantity passes through.</summary>
    public MeterYear RootOf(MeterYear meter)
    {
        while (ParentOf(meter.Meter) is { } parent) meter = parent;
        return meter;
    }

    /// <summary>The meter and all that hang under the same main meter; a meter alone is its own family.</summary>
    public IEnumerable<MeterYear> FamilyOf(MeterYear meter)
    {
        var open = new Stack<MeterYear>([RootOf(meter)]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var child in _children[next.Meter.Code]) open.Push(child);
        }
    }

    /// <summary>
    /// The meter's use by month and place. A month without any bill gives lines of zero that cover no day: the remainder of a main meter
    /// is then unknown, and the row they belong to knows that a meter is missing.
    /// </summary>
    public IEnumerable<UseLine> Lines(MeterYear meter)
    {
        for (var month = 1; month <= 12; month++)
        {
            var days = meter.Months[month - 1];
            if ((days.Covered | days.Active) == 0) continue;
            var whole = days.Covered == 0 ? default : Remainder(meter, month);
            foreach (var line in Share(meter.Meter, days, month, whole)) yield return line;
        }
    }

    /// <summary>What is taken out of a main meter each month (1–12) for its sub-meters, whoever's they are; empty when it has none.</summary>
    public IReadOnlyList<decimal> TakenOut(Meter meter) => _children.Contains(meter.Code)
        ? [.. Enumerable.Range(0, 12).Select(i => _children[meter.Code].Sum(child => child.Months[i].Quantity))]
        : [];

    private (decimal Quantity, decimal Cost, decimal Estimated) Remainder(MeterYear meter, int month)
    {
        var own = meter.Months[month - 1];
        var subs = _children[meter.Meter.Code].Select(child => child.Months[month - 1]).ToArray();
        var quantity = own.Quantity - subs.Sum(sub => sub.Quantity);
        var estimated = own.Quantity == 0 ? 0 : own.Estimated / own.Quantity * quantity;
        return (quantity, own.Cost - subs.Sum(sub => sub.Cost), estimated);
    }

    private IEnumerable<UseLine> Share(Meter meter, MeterMonth days, int month, (decimal Quantity, decimal Cost, decimal Estimated) whole)
    {
        var parts = _weights.Of(meter, DateSpan.OfMonth(_meters[meter.Code].Year, month));
        var weights = parts.Select(part => part.Weight).ToArray();
        var quantities = Apportionment.Split(whole.Quantity, weights);
        var costs = Apportionment.Split(whole.Cost, weights, 0.01m);
        for (var i = 0; i < weights.Length; i++)
        {
            yield return new UseLine(days, meter, parts[i].InstitutionCode, parts[i].BuildingCode, month)
            {
                Quantity = quantities[i],
                Cost = costs[i],
                Estimated = whole.Estimated * weights[i] / weights.Sum(),
            };
        }
    }
}
