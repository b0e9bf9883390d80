using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record OccupancyRow(string BuildingCode, string InstitutionCode, DateOnly From, DateOnly? To, decimal AreaM2)
{
    public DateSpan Span => DateSpan.Since(From, To);
}

/// <summary>Who else uses a part of a building, and when. All parts of a building are judged together: no more is occupied than there is.</summary>
internal sealed class OccupanciesFile : FileKind<OccupancyRow>
{
    public override FileLayout Layout => Layouts.Occupancies;

    /// <summary>It is about two institutions: the bureau's to say.</summary>
    public override bool IsInstitutions => false;

    protected override OccupancyRow Read(RowReader row)
    {
        var use = new OccupancyRow(row.Code("building_code"), row.Code("institution_code"), row.Date("from"), row.OptionalDate("to"), row.Number("area_m2"));
        if (!row.IsGood) return use;
        if (use.To <= use.From) row.Bad("to", "span.empty");
        if (use.AreaM2 <= 0) row.Bad("area_m2", "occupancy.area-not-positive");
        return use;
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<OccupancyRow>> rows)
    {
        var buildings = await session.Db.Buildings.AsNoTracking().ToDictionaryAsync(building => building.Code, session.Stop);
        var institutions = await session.InstitutionCodes();
        var stored = await session.Db.Occupancies.AsNoTracking().IgnoreQueryFilters().Where(row => row.SupersededById == null).ToListAsync(session.Stop);
        var merged = new Merged<(string, string, DateOnly), OccupancyRow>(session.Problems, rows, KeyOf, stored.Select(RowOf).ToDictionary(KeyOf));
        merged.Require("building_code", row => row.BuildingCode, row => buildings.ContainsKey(row.BuildingCode), "building.not-found");
        merged.Require("institution_code", row => row.InstitutionCode, row => institutions.Contains(row.InstitutionCode), "institution.not-found");
        merged.Require("institution_code", row => row.InstitutionCode, row => buildings[row.BuildingCode].InstitutionCode != row.InstitutionCode,
            "occupancy.own-building");
        RequireApart(merged);
        await RequireRoom(session, merged, buildings);
        var versions = new Versions<(string, string, DateOnly), Occupancy>(session)
        {
            Current = stored.ToDictionary(row => KeyOf(RowOf(row)), row => row.Id), SupersededBy = row => row.SupersededById,
        };
        return merged.Changes(() => versions.Write(merged, (row, id) => EntityOf(row, id, session.BatchId)));
    }

    /// <summary>One institution has one part of a building on a day.</summary>
    private static void RequireApart(Merged<(string, string, DateOnly), OccupancyRow> merged)
    {
        var twice = merged.Result().Values.GroupBy(row => (row.BuildingCode, row.InstitutionCode))
            .Where(same => Domain.Billing.Overlaps.Among(same, row => row.Span).Any()).Select(same => same.Key).ToHashSet();
        merged.Require("from", row => $"{row.From:yyyy-MM-dd}", row => !twice.Contains((row.BuildingCode, row.InstitutionCode)), "occupancy.overlap");
    }

    /// <summary>A building that is overfull rejects all its rows: one of them is wrong, and nobody can tell which.</summary>
    private static async Task RequireRoom(
        ImportSession session, Merged<(string, string, DateOnly), OccupancyRow> merged, Dictionary<string, Building> buildings)
    {
        var touched = merged.Rows.Select(row => row.Value.BuildingCode).Distinct().ToList();
        var areas = (await session.Db.FloorAreas.AsNoTracking().Where(area => area.SupersededById == null && touched.Contains(area.BuildingCode))
            .ToListAsync(session.Stop)).ToLookup(area => area.BuildingCode);
        var uses = merged.Result().Values.ToLookup(row => row.BuildingCode, row => EntityOf(row, 0, session.BatchId));
        foreach (var code in touched)
            if (Occupancies.Overfull(new AreaTimeline(buildings[code], areas[code]), uses[code]) is { } day)
                merged.Require("area_m2", row => row.BuildingCode, row => row.BuildingCode != code, "occupancy.above-gross", $"{day:yyyy-MM-dd}");
    }

    private static (string, string, DateOnly) KeyOf(OccupancyRow row) => (row.BuildingCode, row.InstitutionCode, row.From);

    private static OccupancyRow RowOf(Occupancy stored) => new(stored.BuildingCode, stored.InstitutionCode, stored.From, stored.To, stored.AreaM2);

    private static Occupancy EntityOf(OccupancyRow row, long id, long importId) => new()
    {
        Id = id, BuildingCode = row.BuildingCode, InstitutionCode = row.InstitutionCode, AreaM2 = row.AreaM2, From = row.From, To = row.To,
        ImportId = importId,
    };
}
