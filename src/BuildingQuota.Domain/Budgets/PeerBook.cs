using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Domain.Budgets;

/// <summary>
/// What is known of the members of a class, by region: asked for a place, it answers with what the nearest region knows that knows
/// enough, else with all that anybody knows.
/// </summary>
public sealed class PeerBook<TKey, TValue> where TKey : notnull
{
    private readonly Dictionary<(TKey Key, string Region), List<TValue>> _values = [];

    public void Add(TKey key, string regionPath, IReadOnlyCollection<TValue> values)
    {
        foreach (var region in RegionPaths.NearestFirst(regionPath))
        {
            if (!_values.TryGetValue((key, region), out var known)) _values[(key, region)] = known = [];
            known.AddRange(values);
        }
    }

    public Peers<TValue> Near(TKey key, string regionPath, int enough)
    {
        var most = new Peers<TValue>(null, []);
        foreach (var region in RegionPaths.NearestFirst(regionPath))
        {
            if (!_values.TryGetValue((key, region), out var known)) continue;
            if (known.Count > most.Values.Count) most = new Peers<TValue>(region, known);
            if (known.Count >= enough) break;
        }

        return most;
    }
}

/// <summary>What a region knows of a class; no region when nobody knows anything.</summary>
public sealed record Peers<T>(string? RegionCode, IReadOnlyList<T> Values);
