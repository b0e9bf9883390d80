using BuildingQuota.Data;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas.Trying;

/// <summary>The one way in which a subject was heated in a year, as the engine takes it; null when there were several or none.</summary>
internal sealed class HeatingReader(QuotaDb db)
{
    private ILookup<(SubjectKind, string), HeatingType> _types = Array.Empty<HeatingType>().ToLookup(_ => (SubjectKind.Building, ""));

    public async Task Read(string[] institutions, int year, CancellationToken stop)
    {
        var span = DateSpan.OfYear(year);
        var areas = (await db.FloorAreas.AsNoTracking().Where(area => institutions.Contains(area.InstitutionCode) && area.SupersededById == null)
            .ToListAsync(stop)).ToLookup(area => area.BuildingCode);
        var buildings = await db.Buildings.AsNoTracking().Where(building => institutions.Contains(building.InstitutionCode)).ToListAsync(stop);
        _types = buildings
            .Where(building => building.HeatingType != HeatingType.None && new AreaTimeline(building, areas[building.Code]).Heated(span).Any())
            .SelectMany(building => new[]
            {
                (Key: (SubjectKind.Building, building.Code), building.HeatingType),
                (Key: (SubjectKind.Institution, building.InstitutionCode), building.HeatingType),
            })
            .ToLookup(pair => pair.Key, pair => pair.HeatingType);
    }

    public HeatingType? Of(SubjectKind kind, string code)
    {
        var types = _types[(kind, code)].Distinct().ToArray();
        return types.Length == 1 ? types[0] : null;
    }
}
