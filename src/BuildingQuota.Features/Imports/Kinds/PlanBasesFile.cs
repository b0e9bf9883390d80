using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record PlanBaseRow(string PlanCode, SubjectKind SubjectKind, string SubjectCode, Indicator Indicator, decimal BaseValue,
    string Source);

/// <summary>Base year values of a plan where the base year's own bills are not here.</summary>
internal sealed class PlanBasesFile : FileKind<PlanBaseRow>
{
    public override FileLayout Layout => Layouts.PlanBases;

    public override bool IsInstitutions => false;

    protected override PlanBaseRow Read(RowReader row)
    {
        var value = new PlanBaseRow(row.Code("plan_code"), row.Word<SubjectKind>("subject_kind"), row.Code("subject_code"),
            row.Word<Indicator>("indicator"), row.Number("base_value"), row.Text("source"));
        if (row.IsGood && value.BaseValue <= 0) row.Bad("base_value", "plan-base.not-positive");
        return value;
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<PlanBaseRow>> rows)
    {
        var plans = await session.Db.Plans.Select(plan => plan.Code).ToHashSetAsync(session.Stop);
        var owners = await Owners(session);
        var stored = await session.Db.PlanBases.AsNoTracking().Where(row => row.SupersededById == null).ToListAsync(session.Stop);
        var merged = new Merged<(string, SubjectKind, string, Indicator), PlanBaseRow>(
            session.Problems, rows, KeyOf, stored.Select(RowOf).ToDictionary(KeyOf));
        merged.Require("plan_code", row => row.PlanCode, row => plans.Contains(row.PlanCode), "plan.not-found");
        merged.Require("subject_code", row => row.SubjectCode, row => owners.ContainsKey((row.SubjectKind, row.SubjectCode)),
            "plan-base.subject-not-found");
        var versions = new Versions<(string, SubjectKind, string, Indicator), PlanBase>(session)
        {
            Current = stored.ToDictionary(row => KeyOf(RowOf(row)), row => row.Id), SupersededBy = row => row.SupersededById,
        };
        return merged.Changes(() => versions.Write(merged, (row, id) =>
            EntityOf(row, id, session.BatchId, owners[(row.SubjectKind, row.SubjectCode)])));
    }

    /// <summary>Every subject in scope with the institution that it belongs to; a region belongs to none.</summary>
    private static async Task<Dictionary<(SubjectKind, string), string?>> Owners(ImportSession session)
    {
        var owners = new Dictionary<(SubjectKind, string), string?>();
        foreach (var code in await session.Db.Regions.Select(region => region.Code).ToListAsync(session.Stop))
            owners[(SubjectKind.Region, code)] = null;
        foreach (var code in await session.InstitutionCodes()) owners[(SubjectKind.Institution, code)] = code;
        var buildings = await session.Db.Buildings.Select(building => new { building.Code, building.InstitutionCode })
            .ToListAsync(session.Stop);
        foreach (var building in buildings) owners[(SubjectKind.Building, building.Code)] = building.InstitutionCode;
        return owners;
    }

    private static (string, SubjectKind, string, Indicator) KeyOf(PlanBaseRow row) =>
        (row.PlanCode, row.SubjectKind, row.SubjectCode, row.Indicator);

    private static PlanBaseRow RowOf(PlanBase stored) =>
        new(stored.PlanCode, stored.SubjectKind, stored.SubjectCode, stored.Indicator, stored.BaseValue, stored.Source);

    private static PlanBase EntityOf(PlanBaseRow row, long id, long importId, string? institution) => new()
    {
        Id = id, PlanCode = row.PlanCode, SubjectKind = row.SubjectKind, SubjectCode = row.SubjectCode, InstitutionCode = institution,
        Indicator = row.Indicator, BaseValue = row.BaseValue, Source = row.Source, ImportId = importId,
    };
}
