namespace BuildingQuota.Domain.Institutions;

/// <summary>Paths of regions, read from the place itself up to the nation: the nearest decision wins.</summary>
public static class RegionPaths
{
    public static IEnumerable<string> NearestFirst(string regionPath) =>
        regionPath.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse();
}
