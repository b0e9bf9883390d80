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

    public bool IsAlone(MeterYear meter) => meter.Meter.ParentCode is null && !_children.Contains(meter.Meter.Code);

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
    /// The meter's use by place and month. A month without any bill is zero and covers no day: the remainder of a main meter is then
    /// unknown, and the row it belongs to knows that a meter is missing.
    /// </summary>
    public IReadOnlyList<UseLine> Lines(MeterYear meter) => _weights.StaysWhole(meter.Meter) ? [WholeLine(meter)] : SharedLines(meter);

    /// <summary>What is taken out of a main meter each month (1–12) for its sub-meters, whoever's they are; empty when it has none.</summary>
    public IReadOnlyList<decimal> TakenOut(Meter meter) => _children.Contains(meter.Code)
        ? [.. Enumerable.Range(0, 12).Select(i => _children[meter.Code].Sum(child => child.Months[i].Quantity))]
        : [];

    private UseLine WholeLine(MeterYear meter)
    {
        var line = new UseLine(meter, meter.Meter.InstitutionCode, meter.Meter.BuildingCode);
        for (var month = 1; month <= 12; month++)
            if (meter.Months[month - 1].HasDays) line.Set(month, Remainder(meter, month));
        return line;
    }

    private IReadOnlyList<UseLine> SharedLines(MeterYear meter)
    {
        var lines = new Dictionary<(string, string?), UseLine>();
        for (var month = 1; month <= 12; month++)
        {
            if (!meter.Months[month - 1].HasDays) continue;
            foreach (var (part, use) in Share(Remainder(meter, month), _weights.Of(meter.Meter, DateSpan.OfMonth(meter.Year, month))))
            {
                var place = (part.InstitutionCode, part.BuildingCode);
                if (!lines.TryGetValue(place, out var line)) lines[place] = line = new UseLine(meter, part.InstitutionCode, part.BuildingCode);
                line.Set(month, use);
            }
        }

        return [.. lines.Values];
    }

    private UseMonth Remainder(MeterYear meter, int month)
    {
        var own = meter.Months[month - 1];
        if (own.Covered == 0) return default;
        var (quantity, cost) = (own.Quantity, own.Cost);
        foreach (var sub in _children[meter.Meter.Code])
        {
            quantity -= sub.Months[month - 1].Quantity;
            cost -= sub.Months[month - 1].Cost;
        }

        return new UseMonth(quantity, cost, own.Estimated == 0 || own.Quantity == 0 ? 0 : own.Estimated / own.Quantity * quantity);
    }

    private static IEnumerable<(MeterPart Part, UseMonth Use)> Share(UseMonth whole, IReadOnlyList<MeterPart> parts)
    {
        var weights = parts.Select(part => part.Weight).ToArray();
        var quantities = Apportionment.Split(whole.Quantity, weights);
        var costs = Apportionment.Split(whole.Cost, weights, 0.01m);
        var sum = weights.Sum();
        return parts.Select((part, i) => (part, new UseMonth(quantities[i], costs[i], whole.Estimated * weights[i] / sum)));
    }
}
