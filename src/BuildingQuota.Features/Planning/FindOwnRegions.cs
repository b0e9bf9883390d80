using BuildingQuota.Data;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>The regions in scope that have institutions below them, by code, from the top down: what may be ordered for or looked at.</summary>
public sealed class FindOwnRegions(QuotaDb db)
{
    public async Task<IReadOnlyDictionary<string, string>> Run(CancellationToken stop)
    {
        var rows = await db.Regions.AsNoTracking().Where(region => db.Institutions.Any(one => one.RegionPath.StartsWith(region.Path)))
            .Select(region => new { region.Code, region.Name, region.Path }).ToListAsync(stop);
        return rows.OrderBy(row => row.Path, StringComparer.Ordinal).ToDictionary(row => row.Code, row => row.Name);
    }
}
