namespace BuildingQuota.Domain.Institutions;

/// <summary>Paths of regions, read from the place itself up to the nation: the nearest decision wins.</summary>
public static class RegionPaths
{
    public static IEnumerable<string> NearestFirst(string regionPath) =>
        regionPath.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse();

    /// <summary>The path of the smallest region that holds all of them; empty when there is none.</summary>
    public static string Shared(IReadOnlyList<string> paths)
    {
        var steps = paths[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var shared = steps.TakeWhile((step, i) => paths.All(path => path.Split('/').ElementAtOrDefault(i) == step));
        return string.Concat(shared.Select(step => step + "/"));
    }
}
