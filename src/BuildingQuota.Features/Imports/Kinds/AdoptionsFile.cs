using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record AdoptionRow(string RegionCode, string StandardCode, string? Zone, DateOnly From);

/// <summary>Which published standard a region judges by, from a day on.</summary>
internal sealed class AdoptionsFile : FileKind<AdoptionRow>
{
    public override FileLayout Layout => Layouts.Adoptions;

    public override bool IsInstitutions => false;

    protected override AdoptionRow Read(RowReader row) =>
        new(row.Code("region_code"), row.Code("quota_standard"), row.OptionalCode("quota_zone"), row.Date("from"));

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<AdoptionRow>> rows)
    {
        var regions = await session.Db.Regions.Select(region => region.Code).ToHashSetAsync(session.Stop);
        var standards = await session.Db.QuotaStandards.AsNoTracking().ToDictionaryAsync(s => s.Code, session.Stop);
        var zones = standards.ToDictionary(standard => standard.Key, standard => standard.Value.ZoneWords);
        var stored = await session.Db.Adoptions.AsNoTracking().ToListAsync(session.Stop);
        var merged = new Merged<(string, string, DateOnly), AdoptionRow>(session.Problems, rows, KeyOf,
            stored.Select(RowOf).ToDictionary(KeyOf), (row, before) => row with { Zone = row.Zone ?? before.Zone });
        merged.Require("region_code", row => row.RegionCode, row => regions.Contains(row.RegionCode), "region.not-found");
        merged.Require("quota_standard", row => row.StandardCode, row => zones.ContainsKey(row.StandardCode),
            "adoption.standard-not-found");
        merged.Require("quota_standard", row => row.StandardCode, row => standards[row.StandardCode].State == StandardState.Published,
            "adoption.standard-not-published");
        merged.Require("quota_zone", row => row.Zone, row => row.Zone is null || zones[row.StandardCode].Contains(row.Zone),
            "adoption.zone-unknown");
        merged.Require("quota_zone", row => row.Zone, row => row.Zone is not null || zones[row.StandardCode].Count == 0,
            "adoption.zone-missing");
        return merged.Changes(() => Write(session, merged, stored.ToDictionary(row => KeyOf(RowOf(row)), row => row.Id)));
    }

    private static async Task Write(
        ImportSession session, Merged<(string, string, DateOnly), AdoptionRow> rows, Dictionary<(string, string, DateOnly), long> ids)
    {
        var added = rows.New.ToList();
        var first = await session.TakeIds<Adoption>(added.Count);
        await session.Insert([.. added.Select((row, at) => EntityOf(row.Value, first + at))]);
        await session.Update([.. rows.Changed.Select(row => EntityOf(row.Value, ids[KeyOf(row.Value)]))]);
    }

    private static (string, string, DateOnly) KeyOf(AdoptionRow row) => (row.RegionCode, row.StandardCode, row.From);

    private static AdoptionRow RowOf(Adoption stored) => new(stored.RegionCode, stored.StandardCode, stored.Zone, stored.From);

    private static Adoption EntityOf(AdoptionRow row, long id) =>
        new() { Id = id, RegionCode = row.RegionCode, StandardCode = row.StandardCode, Zone = row.Zone, From = row.From };
}
