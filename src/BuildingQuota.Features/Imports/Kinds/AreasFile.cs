using BuildingQuota.Domain.Buildings;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record AreaRow(
    string BuildingCode, DateOnly From, decimal Gross, decimal Heated, decimal DataCentre, decimal Canteen, decimal Let, string? Reason);

/// <summary>The timeline of a building's areas: a row with a known key and other values is a new version of it.</summary>
internal sealed class AreasFile : FileKind<AreaRow>
{
    public override FileLayout Layout => Layouts.Areas;

    protected override AreaRow Read(RowReader row)
    {
        var area = new AreaRow(row.Code("building_code"), row.Date("from"), row.Number("gross_area_m2"),
            row.Number("heated_area_m2"), row.OptionalNumber("data_centre_area_m2") ?? 0,
            row.OptionalNumber("canteen_area_m2") ?? 0, row.OptionalNumber("let_area_m2") ?? 0,
            row.OptionalText("reason"));
        if (!row.IsGood) return area;
        AreaRules.Check(row, area.Gross, area.Heated);
        AreaRules.CheckPart(row, "data_centre_area_m2", area.DataCentre);
        AreaRules.CheckPart(row, "canteen_area_m2", area.Canteen);
        AreaRules.CheckPart(row, "let_area_m2", area.Let);
        if (area.DataCentre + area.Canteen + area.Let > area.Gross) row.Bad("gross_area_m2", "area.parts-above-gross");
        return area;
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<AreaRow>> rows)
    {
        var buildings = await session.Db.Buildings.AsNoTracking().ToDictionaryAsync(b => b.Code, b => b.InstitutionCode, session.Stop);
        var stored = await session.Db.FloorAreas.AsNoTracking().Where(area => area.SupersededById == null).ToListAsync(session.Stop);
        var merged = new Merged<(string, DateOnly), AreaRow>(session.Problems, rows, row => (row.BuildingCode, row.From),
            stored.Select(RowOf).ToDictionary(row => (row.BuildingCode, row.From)), (row, before) =>
                row with { Reason = row.Reason ?? before.Reason });
        merged.Require("building_code", row => row.BuildingCode, row => buildings.ContainsKey(row.BuildingCode), "building.not-found");
        await RequireRoom(session, merged, buildings);
        var versions = new Versions<(string, DateOnly), FloorArea>(session)
        {
            Current = stored.ToDictionary(row => merged.Key(RowOf(row)), row => row.Id), SupersededBy = row => row.SupersededById,
        };
        return merged.Changes(() => versions.Write(merged, (row, id) => EntityOf(row, id, session.BatchId, buildings[row.BuildingCode])));
    }

    private static async Task RequireRoom(
        ImportSession session, Merged<(string, DateOnly), AreaRow> merged, Dictionary<string, string> owners)
    {
        var touched = merged.Rows.Select(row => row.Value.BuildingCode).ToHashSet();
        var told = (await session.Db.Buildings.AsNoTracking().ToListAsync(session.Stop)).Where(building => touched.Contains(building.Code)).ToList();
        var areas = merged.Result().Values.Where(row => touched.Contains(row.BuildingCode))
            .Select(row => EntityOf(row, 0, session.BatchId, owners[row.BuildingCode])).ToLookup(area => area.BuildingCode);
        foreach (var (code, day) in await OccupiedArea.Overfull(session, told, areas))
            merged.Require("gross_area_m2", row => row.BuildingCode, row => row.BuildingCode != code, "occupancy.above-gross", day);
    }

    private static AreaRow RowOf(FloorArea stored) => new(stored.BuildingCode, stored.From, stored.GrossAreaM2, stored.HeatedAreaM2,
        stored.DataCentreAreaM2, stored.CanteenAreaM2, stored.LetAreaM2, stored.Reason);

    private static FloorArea EntityOf(AreaRow row, long id, long importId, string institution) => new()
    {
        Id = id, BuildingCode = row.BuildingCode, InstitutionCode = institution, From = row.From, GrossAreaM2 = row.Gross,
        HeatedAreaM2 = row.Heated, DataCentreAreaM2 = row.DataCentre, CanteenAreaM2 = row.Canteen, LetAreaM2 = row.Let,
        Reason = row.Reason, ImportId = importId,
    };
}
