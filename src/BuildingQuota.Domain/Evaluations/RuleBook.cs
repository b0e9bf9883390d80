using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>Finds the rules of a place: the nearest region with a set in force decides alone, its latest set first.</summary>
public sealed class RuleBook
{
    private readonly ILookup<string, RuleSet> _sets;

    public RuleBook(IEnumerable<RuleSet> sets)
    {
        Sets = [.. sets.Where(set => set.SupersededById is null)];
        _sets = Sets.OrderByDescending(set => set.FromYear).ToLookup(set => set.RegionCode);
    }

    /// <summary>Those that no other set has superseded.</summary>
    public IReadOnlyList<RuleSet> Sets { get; }

    /// <summary>Null where no region up to the nation has a set in force: the defaults hold.</summary>
    public RuleSet? Find(string regionPath, int year) => RegionPaths.NearestFirst(regionPath)
        .Select(region => _sets[region].FirstOrDefault(set => set.FromYear <= year)).FirstOrDefault(set => set is not null);
}
