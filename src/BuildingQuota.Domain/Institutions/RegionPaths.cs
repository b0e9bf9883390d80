using System.Collections.Concurrent;

namespace BuildingQuota.Domain.Institutions;

/// <summary>Paths of regions, read from the place itself up to the nation: the nearest decision wins.</summary>
public static class RegionPaths
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Known = new(StringComparer.Ordinal);

    /// <summary>Codes of the region itself, the one above it, and so on.</summary>
    public static IEnumerable<string> NearestFirst(string regionPath) => Known.GetOrAdd(
        regionPath, path => [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse()]);

    /// <summary>The path of the smallest region that holds all of them; empty when there is none.</summary>
    public static string Shared(IReadOnlyList<string> paths)
    {
        var steps = paths[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var shared = steps.TakeWhile((step, i) => paths.All(path => path.Split('/').ElementAtOrDefault(i) == step));
        return string.Concat(shared.Select(step => step + "/"));
    }
}
