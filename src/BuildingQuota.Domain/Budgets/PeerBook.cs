using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Domain.Budgets;

/// <summary>
/// What is known of the members of a class, by region: asked for a place, it answers with what the nearest region knows that knows
/// enough, else with all that anybody knows. Of fewer than <see cref="Fewest"/> institutions it says nothing: theirs could be told apart.
/// </summary>
public sealed class PeerBook<TKey, TValue> where TKey : notnull
{
    public const int Fewest = 5;

    private readonly Dictionary<(TKey Key, string Region), Known> _known = [];

    public void Add(TKey key, string regionPath, string institution, IReadOnlyCollection<TValue> values)
    {
        foreach (var region in RegionPaths.NearestFirst(regionPath))
        {
            if (!_known.TryGetValue((key, region), out var known)) _known[(key, region)] = known = new Known([], []);
            known.Institutions.Add(institution);
            known.Values.AddRange(values);
        }
    }

    /// <summary><paramref name="enough"/>: institutions.</summary>
    public Peers<TValue> Near(TKey key, string regionPath, int enough)
    {
        var (most, members) = (new Peers<TValue>(null, []), Fewest - 1);
        foreach (var region in RegionPaths.NearestFirst(regionPath))
        {
            if (!_known.TryGetValue((key, region), out var known)) continue;
            if (known.Institutions.Count > members) (most, members) = (new Peers<TValue>(region, known.Values), known.Institutions.Count);
            if (members >= Math.Max(enough, Fewest)) break;
        }

        return most;
    }

    private sealed record Known(HashSet<string> Institutions, List<TValue> Values);
}

/// <summary>What a region knows of a class; no region when nobody knows enough.</summary>
public sealed record Peers<T>(string? RegionCode, IReadOnlyList<T> Values);
