using BuildingQuota.Domain.Institutions;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record RegionRow(string Code, string Name, AdministrativeLevel Level, string? ParentCode);

/// <summary>Administrative regions. Moving one moves the paths of everything below it, on which row scope rests.</summary>
internal sealed class RegionsFile : FileKind<RegionRow>
{
    public override FileLayout Layout => Layouts.Regions;

    public override bool IsInstitutions => false;

    protected override RegionRow Read(RowReader row) =>
        new(row.Code("code"), row.Text("name"), row.Word<AdministrativeLevel>("level"), row.OptionalCode("parent_code"));

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<RegionRow>> rows)
    {
        var stored = await session.Db.Regions.AsNoTracking().IgnoreQueryFilters().ToDictionaryAsync(region => region.Code, session.Stop);
        var scope = session.Db.Scope.SeesEverything ? "" : session.Db.Scope.Path;
        foreach (var (row, value) in rows)
            if (stored.TryGetValue(value.Code, out var region) && !IsWithin(scope, region.Path))
                session.Problems.Add(new(row, "code", value.Code), "region.not-allowed", value.Code);
        var merged = new Merged<string, RegionRow>(session.Problems, rows, row => row.Code,
            stored.ToDictionary(pair => pair.Key, pair => RowOf(pair.Value)), (row, before) =>
                row with { ParentCode = row.ParentCode ?? before.ParentCode });
        do merged.RequireParents(row => row.ParentCode, "region.not-found");
        while (HasDisorder(merged) || HasLeavers(merged, new(merged, stored), scope));
        return merged.Changes(() => Write(session, stored, [.. new RegionPaths(merged, stored).Written()]));
    }

    /// <summary>Levels fall along every line, so no region can stand above itself.</summary>
    private static bool HasDisorder(Merged<string, RegionRow> merged)
    {
        var result = merged.Result();
        var highestBelow = result.Values.Where(row => row.ParentCode is not null).GroupBy(row => row.ParentCode!)
            .ToDictionary(below => below.Key, below => below.Min(row => row.Level));
        return merged.Require("level", row => row.ParentCode, row => row.ParentCode is null || result[row.ParentCode].Level < row.Level,
                "region.level-order")
            || merged.Require("level", row => row.Code, row => !highestBelow.TryGetValue(row.Code, out var below) || row.Level < below,
                "region.level-of-those-below");
    }

    /// <summary>The parent may lie outside the caller's scope, the region itself not: the scope's own root has its parent there.</summary>
    private static bool HasLeavers(Merged<string, RegionRow> merged, RegionPaths paths, string scope) =>
        merged.Require("parent_code", row => row.Code, row => IsWithin(scope, paths.Of(row.Code)), "region.not-allowed");

    private static bool IsWithin(string scope, string path) => path.StartsWith(scope, StringComparison.Ordinal);

    private static async Task Write(ImportSession session, Dictionary<string, Region> stored, List<Region> written)
    {
        await session.Insert([.. written.Where(region => !stored.ContainsKey(region.Code))]);
        var changed = written.Where(region => stored.ContainsKey(region.Code)).ToList();
        await session.Update(changed);
        foreach (var region in changed.Where(region => stored[region.Code].Path != region.Path))
            await session.Db.Institutions.Where(institution => institution.RegionCode == region.Code)
                .ExecuteUpdateAsync(set => set.SetProperty(institution => institution.RegionPath, region.Path), session.Stop);
    }

    private static RegionRow RowOf(Region region) => new(region.Code, region.Name, region.Level, region.ParentCode);
}
