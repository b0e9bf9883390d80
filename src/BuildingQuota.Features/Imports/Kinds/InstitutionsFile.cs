using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record InstitutionRow(
    string Code, string Name, InstitutionKind Kind, AdministrativeLevel Level, HospitalGrade? Grade, string RegionCode, string? ParentCode,
    ClimateZone? ClimateZone);

/// <summary>Public institutions: what decides their quota class, and the region that they answer to.</summary>
internal sealed class InstitutionsFile : FileKind<InstitutionRow>
{
    public override FileLayout Layout => Layouts.Institutions;

    public override bool IsInstitutions => false;

    protected override InstitutionRow Read(RowReader row)
    {
        var institution = new InstitutionRow(row.Code("code"), row.Text("name"), row.Word<InstitutionKind>("kind"),
            row.Word<AdministrativeLevel>("level"), row.OptionalWord<HospitalGrade>("grade"), row.Code("region_code"),
            row.OptionalCode("parent_code"), row.OptionalWord<ClimateZone>("climate_zone"));
        if (!row.IsGood) return institution;
        if (institution.Level == AdministrativeLevel.Nation) row.Bad("level", "institution.level-nation");
        if (institution.Grade is not null && institution.Kind != InstitutionKind.Hospital)
            row.Bad("grade", "institution.grade-not-hospital");
        return institution;
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<InstitutionRow>> rows)
    {
        var regions = await session.Db.Regions.AsNoTracking().ToDictionaryAsync(region => region.Code, region => region.Path, session.Stop);
        var stored = await session.Db.Institutions.AsNoTracking().ToDictionaryAsync(institution => institution.Code, RowOf, session.Stop);
        var merged = new Merged<string, InstitutionRow>(session.Problems, rows, row => row.Code, stored, KeepBlanks);
        await session.RequireFreeCodes(session.Db.Institutions.Select(institution => institution.Code), merged);
        merged.Require("region_code", row => row.RegionCode, row => regions.ContainsKey(row.RegionCode), "region.not-found");
        merged.RequireNoCycle(row => row.ParentCode, "institution.cycle");
        merged.RequireParents(row => row.ParentCode, "institution.not-found");
        return merged.Changes(async () =>
        {
            await session.Insert([.. merged.New.Select(row => EntityOf(row.Value, regions))]);
            await session.Update([.. merged.Changed.Select(row => EntityOf(row.Value, regions))]);
            foreach (var (_, row) in merged.Changed) session.Touch(StaleMark.Sums(stored[row.Code].RegionCode, StaleMark.EveryYear));
        });
    }

    private static InstitutionRow KeepBlanks(InstitutionRow row, InstitutionRow before) => row with
    {
        Grade = row.Grade ?? (row.Kind == InstitutionKind.Hospital ? before.Grade : null),
        ParentCode = row.ParentCode ?? before.ParentCode,
        ClimateZone = row.ClimateZone ?? before.ClimateZone,
    };

    private static InstitutionRow RowOf(Institution stored) =>
        new(stored.Code, stored.Name, stored.Kind, stored.Level, stored.Grade, stored.RegionCode, stored.ParentCode, stored.ClimateZone);

    private static Institution EntityOf(InstitutionRow row, Dictionary<string, string> regionPaths) => new()
    {
        Code = row.Code, Name = row.Name, Kind = row.Kind, Level = row.Level, Grade = row.Grade, RegionCode = row.RegionCode,
        ParentCode = row.ParentCode, ClimateZone = row.ClimateZone, RegionPath = regionPaths[row.RegionCode],
    };
}
