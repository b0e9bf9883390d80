using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Institutions;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Seeding;

/// <summary>
/// Adds regions that are not there yet, parents first. Those that are there are left to the bureau, which may have imported them.
/// </summary>
internal sealed class SeedRegions : ISeedFile
{
    public string Name => "regions.csv";

    public async Task Load(QuotaDb db, IReadOnlyList<SeedRow> rows, CancellationToken stop)
    {
        var paths = await db.Regions.AsNoTracking().ToDictionaryAsync(region => region.Code, region => region.Path, stop);
        var added = new List<Region>();
        foreach (var row in rows.Where(row => !paths.ContainsKey(row.Text("code"))))
        {
            var region = Read(row, paths);
            paths.Add(region.Code, region.Path);
            added.Add(region);
        }

        await db.BulkInsert(added, stop);
    }

    private static Region Read(SeedRow row, Dictionary<string, string> paths)
    {
        var (code, parent) = (row.Text("code"), row.Optional("parent_code"));
        var above = parent is null ? ""
            : paths.GetValueOrDefault(parent) ?? throw row.Unreadable("parent_code", "a region of an earlier row");
        return new Region
        {
            Code = code, Name = row.Text("name"), Level = row.Word<AdministrativeLevel>("level"), ParentCode = parent,
            Path = above + code + "/",
        };
    }
}
