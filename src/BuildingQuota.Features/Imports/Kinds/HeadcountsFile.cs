using BuildingQuota.Domain.Institutions;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record HeadcountRow(string InstitutionCode, DateOnly From, decimal Persons, HeadcountBasis Basis, string? Reason);

/// <summary>The timeline of an institution's people (用能人数), by basis.</summary>
internal sealed class HeadcountsFile : FileKind<HeadcountRow>
{
    public override FileLayout Layout => Layouts.Headcounts;

    protected override HeadcountRow Read(RowReader row)
    {
        var headcount = new HeadcountRow(row.Code("institution_code"), row.Date("from"), row.Number("persons"),
            row.OptionalWord<HeadcountBasis>("basis") ?? HeadcountBasis.Energy, row.OptionalText("reason"));
        if (headcount.Persons < 0) row.Bad("persons", "headcount.negative");
        return headcount;
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<HeadcountRow>> rows)
    {
        var institutions = await session.InstitutionCodes();
        var stored = await session.Db.Headcounts.AsNoTracking().Where(row => row.SupersededById == null).ToListAsync(session.Stop);
        var merged = new Merged<(string, DateOnly, HeadcountBasis), HeadcountRow>(session.Problems, rows, KeyOf,
            stored.Select(RowOf).ToDictionary(KeyOf), (row, before) => row with { Reason = row.Reason ?? before.Reason });
        merged.Require("institution_code", row => row.InstitutionCode, row => institutions.Contains(row.InstitutionCode),
            "institution.not-found");
        var versions = new Versions<(string, DateOnly, HeadcountBasis), Headcount>(session)
        {
            Current = stored.ToDictionary(row => KeyOf(RowOf(row)), row => row.Id), SupersededBy = row => row.SupersededById,
        };
        return merged.Changes(() => versions.Write(merged, (row, id) => EntityOf(row, id, session.BatchId)));
    }

    private static (string, DateOnly, HeadcountBasis) KeyOf(HeadcountRow row) => (row.InstitutionCode, row.From, row.Basis);

    private static HeadcountRow RowOf(Headcount stored) =>
        new(stored.InstitutionCode, stored.From, stored.Persons, stored.Basis, stored.Reason);

    private static Headcount EntityOf(HeadcountRow row, long id, long importId) => new()
    {
        Id = id, InstitutionCode = row.InstitutionCode, From = row.From, Persons = row.Persons, Basis = row.Basis, Reason = row.Reason,
        ImportId = importId,
    };
}
