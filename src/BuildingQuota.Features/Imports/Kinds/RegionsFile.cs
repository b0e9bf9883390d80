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
        var stored = await session.Db.Regions.AsNoTracking().ToDictionaryAsync(region => region.Code, session.Stop);
        var merged = new Merged<string, RegionRow>(session.Problems, rows, row => row.Code,
            stored.ToDictionary(pair => pair.Key, pair => RowOf(pair.Value)), (row, before) =>
                row with { ParentCode = row.ParentCode ?? before.ParentCode });
        await session.RequireFreeCodes(session.Db.Regions.Select(region => region.Code), merged);
        if (!session.Db.Scope.SeesEverything)
            merged.Require("parent_code", row => row.ParentCode, row => row.ParentCode is not null, "region.not-found");
        merged.RequireParents(row => row.ParentCode, "region.not-found");
        var result = merged.Result();
        while (merged.Require("level", row => row.ParentCode, row => IsBelowParent(row, result), "region.level-order"))
            result = merged.Result();
        return merged.Changes(() => Write(session, stored, merged.Result()));
    }

    private static bool IsBelowParent(RegionRow row, Dictionary<string, RegionRow> known) =>
        row.ParentCode is null || (known.TryGetValue(row.ParentCode, out var parent) && parent.Level < row.Level);

    private static async Task Write(ImportSession session, Dictionary<string, Region> stored, Dictionary<string, RegionRow> result)
    {
        var regions = result.Values.Select(row => EntityOf(row, result)).ToList();
        var changed = regions.Where(region => stored.TryGetValue(region.Code, out var before) && !IsSame(before, region)).ToList();
        await session.Insert([.. regions.Where(region => !stored.ContainsKey(region.Code))]);
        await session.Update(changed);

        var moved = changed.Where(region => stored[region.Code].Path != region.Path).ToList();
        foreach (var region in moved)
            await session.Db.Institutions.Where(institution => institution.RegionCode == region.Code)
                .ExecuteUpdateAsync(set => set.SetProperty(institution => institution.RegionPath, region.Path), session.Stop);
    }

    private static Region EntityOf(RegionRow row, Dictionary<string, RegionRow> all)
    {
        var path = "";
        for (var at = row; at is not null; at = at.ParentCode is null ? null : all.GetValueOrDefault(at.ParentCode))
            path = at.Code + "/" + path;
        return new() { Code = row.Code, Name = row.Name, Level = row.Level, ParentCode = row.ParentCode, Path = path };
    }

    private static bool IsSame(Region before, Region after) => RowOf(before) == RowOf(after) && before.Path == after.Path;

    private static RegionRow RowOf(Region region) => new(region.Code, region.Name, region.Level, region.ParentCode);
}
