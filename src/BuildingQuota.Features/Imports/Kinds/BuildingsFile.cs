using BuildingQuota.Domain.Buildings;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record BuildingRow(
    string Code, string InstitutionCode, string Name, BuildingKind Kind, decimal GrossAreaM2, decimal? HeatedAreaM2,
    HeatingType? HeatingType,
    DateOnly InServiceFrom, DateOnly? InServiceTo);

/// <summary>Buildings with the areas that hold before the first row of their timeline.</summary>
internal sealed class BuildingsFile : FileKind<BuildingRow>
{
    public override FileLayout Layout => Layouts.Buildings;

    protected override BuildingRow Read(RowReader row)
    {
        var building = new BuildingRow(row.Code("code"), row.Code("institution_code"), row.Text("name"), row.Word<BuildingKind>("kind"),
            row.Number("gross_area_m2"), row.OptionalNumber("heated_area_m2"),
            row.OptionalWord<HeatingType>("heating_type"), row.Date("in_service_from"), row.OptionalDate("in_service_to"));
        if (!row.IsGood) return building;
        if (building.InServiceTo <= building.InServiceFrom) row.Bad("in_service_to", "span.empty");
        AreaRules.Check(row, building.GrossAreaM2, building.HeatedAreaM2 ?? 0);
        return building;
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<BuildingRow>> rows)
    {
        var institutions = await session.InstitutionCodes();
        var stored = await session.Db.Buildings.AsNoTracking().ToDictionaryAsync(building => building.Code, RowOf, session.Stop);
        var merged = new Merged<string, BuildingRow>(session.Problems, rows, row => row.Code, stored, KeepBlanks);
        await session.RequireFreeCodes(session.Db.Buildings.Select(building => building.Code), merged);
        merged.Require("institution_code", row => row.InstitutionCode, row => institutions.Contains(row.InstitutionCode),
            "institution.not-found");
        merged.Require("institution_code", row => row.InstitutionCode, row => IsSameOwner(row, stored), "building.institution-fixed");
        var told = merged.Changed.Select(row => EntityOf(row.Value)).ToList();
        var areas = (await session.Db.FloorAreas.AsNoTracking().Where(area => area.SupersededById == null).ToListAsync(session.Stop))
            .ToLookup(area => area.BuildingCode);
        foreach (var (code, day) in await OccupiedArea.Overfull(session, told, areas))
            merged.Require("gross_area_m2", row => row.Code, row => row.Code != code, "occupancy.above-gross", day);
        return merged.Changes(async () =>
        {
            await session.Insert([.. merged.New.Select(row => EntityOf(row.Value))]);
            await session.Update([.. merged.Changed.Select(row => EntityOf(row.Value))]);
        });
    }

    private static bool IsSameOwner(BuildingRow row, Dictionary<string, BuildingRow> stored) =>
        !stored.TryGetValue(row.Code, out var before) || before.InstitutionCode == row.InstitutionCode;

    private static BuildingRow KeepBlanks(BuildingRow row, BuildingRow before) => row with
    {
        HeatedAreaM2 = row.HeatedAreaM2 ?? before.HeatedAreaM2,
        HeatingType = row.HeatingType ?? before.HeatingType,
        InServiceTo = row.InServiceTo ?? before.InServiceTo,
    };

    private static BuildingRow RowOf(Building stored) =>
        new(stored.Code, stored.InstitutionCode, stored.Name, stored.Kind, stored.GrossAreaM2, stored.HeatedAreaM2, stored.HeatingType,
            stored.InServiceFrom, stored.InServiceTo);

    private static Building EntityOf(BuildingRow row) => new()
    {
        Code = row.Code, InstitutionCode = row.InstitutionCode, Name = row.Name, Kind = row.Kind, GrossAreaM2 = row.GrossAreaM2,
        HeatedAreaM2 = row.HeatedAreaM2 ?? 0, HeatingType = row.HeatingType ?? HeatingType.None,
        InServiceFrom = row.InServiceFrom, InServiceTo = row.InServiceTo,
    };
}
