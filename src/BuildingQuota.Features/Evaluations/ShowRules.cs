using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>What binds one region in one year, and every set that it and the regions above it published, newest first.</summary>
public sealed record RulesProfile
{
    public required string RegionCode { get; init; }

    public required string RegionName { get; init; }

    public required int Year { get; init; }

    /// <summary>The regions that may be asked about, from the top down.</summary>
    public required IReadOnlyList<RegionChoice> Regions { get; init; }

    /// <summary>Null where no region has published one.</summary>
    public required RuleSet? Binding { get; init; }

    public required IReadOnlyList<RuleSet> Sets { get; init; }

    public EvaluationRules Rules => Binding?.Rules ?? new EvaluationRules();
}

/// <summary>A region in a list; <paramref name="Depth"/> counts the regions above it.</summary>
public sealed record RegionChoice(string Code, string Name, int Depth);

/// <summary>Somebody asks by which rules a region is evaluated; null when it is not in their scope.</summary>
public sealed class ShowRules(QuotaDb db)
{
    /// <summary>Without a code the highest region in scope that has institutions below it.</summary>
    public async Task<RulesProfile?> Run(string? code, int year, CancellationToken stop)
    {
        var regions = await db.Regions.AsNoTracking().OrderBy(region => region.Path).ToListAsync(stop);
        var region = code is null ? await First(regions, stop) : regions.Find(one => one.Code == code);
        if (region is null) return null;
        var above = RegionPaths.NearestFirst(region.Path).ToList();
        var sets = await db.RuleSets.AsNoTracking().Where(set => above.Contains(set.RegionCode)).ToListAsync(stop);
        return new RulesProfile
        {
            RegionCode = region.Code, RegionName = region.Name, Year = year, Binding = new RuleBook(sets).Find(region.Path, year),
            Regions = [.. regions.Select(one => new RegionChoice(one.Code, one.Name, one.Path.Count(letter => letter == '/') - 1))],
            Sets = [.. sets.OrderBy(set => above.IndexOf(set.RegionCode)).ThenByDescending(set => set.FromYear).ThenByDescending(set => set.Id)],
        };
    }

    private async Task<Region?> First(List<Region> regions, CancellationToken stop)
    {
        var used = await db.Institutions.Select(institution => institution.RegionPath).Distinct().ToListAsync(stop);
        return regions.FindLast(region => used.Count > 0 && used.TrueForAll(path => path.StartsWith(region.Path, StringComparison.Ordinal)))
            ?? regions.FirstOrDefault();
    }
}
