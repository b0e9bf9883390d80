using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>Who stands above a region.</summary>
public sealed class RegionTree(IEnumerable<Region> regions)
{
    private readonly Dictionary<string, string?> _parents = regions.GroupBy(region => region.Code)
        .ToDictionary(same => same.Key, same => same.Last().Parent);

    /// <summary>The region itself first, the country last.</summary>
    public IReadOnlyList<string> Upwards(string? region)
    {
        var way = new List<string>();
        for (var at = region; at is not null; at = _parents.GetValueOrDefault(at)) way.Add(at);
        return way;
    }
}
