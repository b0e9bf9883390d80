using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Institutions that no meter crosses the border of, and the first year of theirs that is stored again.</summary>
internal sealed record CommunityWork(IReadOnlyList<string> Institutions, int FromYear);

/// <summary>Finds who is to be evaluated: everybody, or those that the marks are about together with everybody they share meters with.</summary>
internal sealed class EvaluationWork(QuotaDb db)
{
    private const int BatchSize = 100;

    /// <summary>Many small communities to a batch, in order of their codes.</summary>
    public static IReadOnlyList<CommunityWork[]> Batches(IEnumerable<CommunityWork> work)
    {
        var (batches, open, size) = (new List<CommunityWork[]>(), new List<CommunityWork>(), 0);
        foreach (var community in work)
        {
            if (open.Count > 0 && size + community.Institutions.Count > BatchSize)
            {
                batches.Add([.. open]);
                open.Clear();
                size = 0;
            }

            open.Add(community);
            size += community.Institutions.Count;
        }

        return open.Count == 0 ? batches : [.. batches, [.. open]];
    }

    public async Task<IReadOnlyList<CommunityWork>> Everybody(int fromYear, CancellationToken stop)
    {
        var groups = new SharingGroups(await db.Institutions.OrderBy(i => i.Code).Select(i => i.Code).ToListAsync(stop));
        foreach (var pair in await SharedMeters().ToListAsync(stop)) groups.Join(pair.Owner, pair.User);
        return [.. groups.All.Select(group => new CommunityWork(group, fromYear))];
    }

    /// <summary>Reads no more of the region than the communities themselves.</summary>
    public async Task<IReadOnlyList<CommunityWork>> Touched(IReadOnlyList<StaleYear> marks, CancellationToken stop)
    {
        if (marks.Any(mark => mark is { IncludesBelow: true, SubjectCode: "" }) && marks.Min(mark => mark.FromYear) is var year)
            return await Everybody(year, stop);
        var years = new Dictionary<string, int>();
        foreach (var mark in marks)
            foreach (var code in await InstitutionsOf(mark, stop)) years[code] = Math.Min(mark.FromYear, years.GetValueOrDefault(code, int.MaxValue));
        var (members, pairs) = await Neighbours([.. years.Keys], stop);
        var groups = new SharingGroups([.. members.Order(StringComparer.Ordinal)]);
        foreach (var pair in pairs) groups.Join(pair.Owner, pair.User);
        return [.. groups.All.Select(group => new CommunityWork(group, group.Min(code => years.GetValueOrDefault(code, int.MaxValue))))];
    }

    private async Task<IReadOnlyList<string>> InstitutionsOf(StaleYear mark, CancellationToken stop)
    {
        if (mark.SubjectKind == SubjectKind.Institution) return [mark.SubjectCode];
        if (!mark.IncludesBelow) return [];
        var path = await db.Regions.Where(region => region.Code == mark.SubjectCode).Select(region => region.Path).SingleAsync(stop);
        return await db.Institutions.Where(institution => institution.RegionPath.StartsWith(path)).Select(i => i.Code).ToListAsync(stop);
    }

    /// <summary>Goes from institution to institution along the meters and buildings that they share, until nobody is new.</summary>
    public async Task<(HashSet<string> Members, HashSet<SharedMeter> Pairs)> Neighbours(HashSet<string> members, CancellationToken stop)
    {
        var pairs = new HashSet<SharedMeter>();
        for (var open = members.ToArray(); open.Length > 0;)
        {
            foreach (var chunk in open.Chunk(BatchSize))
            {
                pairs.UnionWith(await SharedMeters().Where(pair => chunk.Contains(pair.Owner)).ToListAsync(stop));
                pairs.UnionWith(await SharedMeters().Where(pair => chunk.Contains(pair.User)).ToListAsync(stop));
            }

            open = [.. pairs.SelectMany(pair => new[] { pair.Owner, pair.User }).Where(members.Add)];
        }

        return (members, pairs);
    }

    /// <summary>Whose meter feeds whose building, by an allocation or as a main meter, and who uses whose building.</summary>
    private IQueryable<SharedMeter> SharedMeters() => db.Allocations
        .Join(db.Meters, a => a.MeterCode, m => m.Code, (a, m) => new SharedMeter { Owner = m.InstitutionCode, User = a.InstitutionCode })
        .Concat(db.Meters.Join(db.Meters, sub => sub.ParentCode, main => main.Code,
            (sub, main) => new SharedMeter { Owner = main.InstitutionCode, User = sub.InstitutionCode }))
        .Concat(db.Occupancies.Where(use => use.SupersededById == null).Join(db.Buildings, use => use.BuildingCode, b => b.Code,
            (use, b) => new SharedMeter { Owner = b.InstitutionCode, User = use.InstitutionCode }))
        .Where(pair => pair.Owner != pair.User).Distinct();

    internal sealed record SharedMeter
    {
        public required string Owner { get; init; }

        public required string User { get; init; }
    }
}
