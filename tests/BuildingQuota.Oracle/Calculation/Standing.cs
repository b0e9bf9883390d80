using BuildingQuota.Oracle.Exact;
using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>
/// Where the use of a meter goes: to buildings in parts, or to its own place, which may be an institution as a whole (no building).
/// Days with the same allocations make a piece; pieces count by their days, and within a piece buildings count by share, m²-days or persons.
/// </summary>
public sealed class Standing(Contract contract, Timelines timelines)
{
    private readonly ILookup<string, Allocation> _allocations = contract.Allocations.ToLookup(allocation => allocation.Meter);
    private readonly Dictionary<string, Building> _buildings = contract.Buildings.ToDictionary(building => building.Code);

    public bool StaysWhole(Meter meter) => !_allocations.Contains(meter.Code);

    /// <summary>Shares by (institution, building) that add up to one.</summary>
    public SortedDictionary<(string Institution, string? Building), Fraction> Over(Meter meter, IReadOnlyList<DateOnly> days)
    {
        if (StaysWhole(meter)) return new() { [(meter.Institution, meter.Building)] = 1m };
        var shares = new SortedDictionary<(string Institution, string? Building), Fraction>();
        foreach (var piece in days.GroupBy(day => string.Join(',', PartsOn(meter, day))))
        {
            var (part, weights) = (Fraction.Of(piece.Count()) / days.Count, Weights(PartsOn(meter, piece.First()), [.. piece]));
            var all = weights.Values.Aggregate(Fraction.Zero, (sum, weight) => sum + weight);
            if (all.Sign == 0) (weights, all) = (new() { [(meter.Institution, meter.Building)] = 1m }, 1m);
            foreach (var (place, weight) in weights.Where(place => place.Value.Sign > 0))
                shares[place] = shares.GetValueOrDefault(place, Fraction.Zero) + (part * weight / all);
        }

        return shares;
    }

    /// <summary>Whether the day's use, as its month is shared, goes to the building.</summary>
    public bool IsAt(Meter meter, string building, DateOnly day)
    {
        if (StaysWhole(meter)) return meter.Building == building;
        var parts = PartsOn(meter, day);
        var days = Enumerable.Range(1, DateTime.DaysInMonth(day.Year, day.Month)).Select(at => new DateOnly(day.Year, day.Month, at))
            .Where(at => Timelines.IsActive(meter, at) && PartsOn(meter, at).SequenceEqual(parts)).ToList();
        return Over(meter, days).Keys.Any(place => place.Building == building);
    }

    private List<Allocation> PartsOn(Meter meter, DateOnly day) =>
        [.. _allocations[meter.Code].Where(part => part.From <= day && (part.To is not { } to || day < to))];

    private Dictionary<(string Institution, string? Building), Fraction> Weights(List<Allocation> parts, List<DateOnly> days) =>
        parts.ToDictionary(part => (_buildings[part.Building].Institution, (string?)part.Building), part => Weight(part, days));

    private Fraction Weight(Allocation part, List<DateOnly> days) => part.Method switch
    {
        "fixed" => part.Share,
        "area" => Gross(_buildings[part.Building], days),
        _ => Persons(_buildings[part.Building], days),
    };

    private decimal Gross(Building building, List<DateOnly> days) =>
        days.Where(day => Timelines.InService(building, day)).Sum(day => timelines.AreasOn(building, day).Gross);

    /// <summary>The people of an institution stand over its buildings by gross area.</summary>
    private Fraction Persons(Building building, List<DateOnly> days)
    {
        var all = timelines.BuildingsOf(building.Institution).Sum(other => Gross(other, days));
        return all == 0 ? 0 : Fraction.Of(days.Sum(day => timelines.Persons(building.Institution, day, "energy"))) * Gross(building, days) / all;
    }
}
