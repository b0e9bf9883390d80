using BuildingQuota.Oracle.Exact;
using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>
/// One year of all meters: what each used itself (its bills less those of its sub-meters), month by month, shared to where it stands.
/// </summary>
public sealed class YearUse
{
    private readonly Standing _standing;
    private readonly Dictionary<(string, string?, string, string, int), Fact> _facts = [];

    public YearUse(Contract contract, Reference reference, Standing standing, ILookup<string, Bill> live, RegionTree tree, Year year)
    {
        (_standing, Year) = (standing, year);
        Meters = contract.Meters.Select(meter => new MeterYear(meter, year, live[meter.Code], reference)).ToDictionary(meter => meter.Meter.Code);
        Subs = Meters.Values.Where(meter => meter.Meter.Parent is not null).ToLookup(meter => meter.Meter.Parent!);
        foreach (var meter in Meters.Values) Share(meter);
        var regions = contract.Institutions.ToDictionary(institution => institution.Code, institution => institution.Region);
        foreach (var fact in _facts.Values) Finish(fact, reference, tree.Upwards(regions[fact.Institution]));
        Facts = _facts.Values.Where(fact => fact.Meters.Any(meter => Year.DaysOf(fact.Month).Any(meter.Covers))).ToLookup(fact => fact.Institution);
    }

    public Year Year { get; }

    public IReadOnlyDictionary<string, MeterYear> Meters { get; }

    public ILookup<string, MeterYear> Subs { get; }

    /// <summary>By institution. Months that no bill touches have no row.</summary>
    public ILookup<string, Fact> Facts { get; }

    public MeterYear RootOf(MeterYear meter) => meter.Meter.Parent is { } parent ? RootOf(Meters[parent]) : meter;

    public IEnumerable<MeterYear> FamilyOf(MeterYear root) => Subs[root.Meter.Code].SelectMany(FamilyOf).Prepend(root);

    private void Share(MeterYear meter)
    {
        for (var month = 1; month <= 12; month++)
        {
            var days = Year.DaysOf(month).ToList();
            if (!days.Any(day => meter.Covers(day) || Timelines.IsActive(meter.Meter, day))) continue;
            var places = _standing.Over(meter.Meter, days).ToList();
            var facts = places.Select(place => FactOf(place.Key, meter.Meter, month)).ToList();
            foreach (var fact in facts) fact.Meters.Add(meter);
            if (days.Any(meter.Covers)) Add(meter, month - 1, facts, [.. places.Select(place => place.Value)]); // without a bill: unknown
        }
    }

    /// <summary>What remains after the sub-meters, estimated as far as the meter's own bills of the month are.</summary>
    private void Add(MeterYear meter, int month, List<Fact> facts, List<Fraction> shares)
    {
        var subs = Subs[meter.Meter.Code].ToList();
        var remainder = meter.Quantity[month] - subs.Sum(sub => sub.Quantity[month]);
        var quantities = LargestRemainder.Split(remainder, shares, 6);
        var costs = LargestRemainder.Split(meter.Cost[month] - subs.Sum(sub => sub.Cost[month]), shares, 2);
        var estimated = meter.Quantity[month] == 0 ? Fraction.Zero : Fraction.Of(meter.Estimated[month]) / meter.Quantity[month] * remainder;
        for (var i = 0; i < facts.Count; i++)
        {
            facts[i].Quantity += quantities[i];
            facts[i].Cost += costs[i];
            facts[i].EstimatedQuantity += estimated * shares[i];
        }
    }

    private Fact FactOf((string Institution, string? Building) place, Meter meter, int month)
    {
        var key = (place.Institution, place.Building, meter.Carrier, meter.Purpose, month);
        if (!_facts.TryGetValue(key, out var fact))
            _facts[key] = fact = new(place.Institution, place.Building, meter.Carrier, meter.Purpose, Year.Number, month);
        return fact;
    }

    private void Finish(Fact fact, Reference reference, IReadOnlyList<string> upwards)
    {
        fact.Kgce = (Fraction.Of(fact.Quantity) * reference.Coefficient("STAT", fact.Carrier)).Round(6);
        fact.KgCo2 = (Fraction.Of(fact.Quantity) * reference.Factor(fact.Carrier, upwards)).Round(6);
        fact.CoveredDays = Year.DaysOf(fact.Month).Count(day =>
            fact.Meters.Where(meter => Timelines.IsActive(meter.Meter, day)).ToList() is { Count: > 0 } active
            && active.All(meter => meter.Covers(day)));
    }
}
