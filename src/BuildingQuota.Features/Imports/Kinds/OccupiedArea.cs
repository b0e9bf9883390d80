using BuildingQuota.Domain.Buildings;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>A building may not become smaller than what others than its owner use of it (docs/rules/occupancy.md).</summary>
internal static class OccupiedArea
{
    /// <summary>Buildings that would be overfull as they are told to become, with the first day of it.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Overfull(
        ImportSession session, IReadOnlyList<Building> buildings, ILookup<string, FloorArea> areas)
    {
        var codes = buildings.Select(building => building.Code).ToHashSet();
        var uses = (await session.Db.Occupancies.AsNoTracking().IgnoreQueryFilters().Where(use => use.SupersededById == null)
            .ToListAsync(session.Stop)).Where(use => codes.Contains(use.BuildingCode)).ToLookup(use => use.BuildingCode);
        return buildings.Where(building => uses.Contains(building.Code))
            .Select(building => (building.Code, Day: Occupancies.Overfull(new AreaTimeline(building, areas[building.Code]), uses[building.Code])))
            .Where(one => one.Day is not null).ToDictionary(one => one.Code, one => $"{one.Day:yyyy-MM-dd}");
    }
}
