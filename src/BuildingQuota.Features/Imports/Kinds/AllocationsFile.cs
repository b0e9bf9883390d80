using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record AllocationRow(string MeterCode, string BuildingCode, AllocationMethod Method, decimal? Share, DateOnly From,
    DateOnly? To)
{
    public DateSpan Span => DateSpan.Since(From, To);
}

/// <summary>
/// Which buildings share a meter, how, and on which days. The parts of a meter are judged together, whoever's buildings they are.
/// </summary>
internal sealed class AllocationsFile : FileKind<AllocationRow>
{
    public override FileLayout Layout => Layouts.Allocations;

    protected override AllocationRow Read(RowReader row)
    {
        var part = new AllocationRow(row.Code("meter_code"), row.Code("building_code"), row.Word<AllocationMethod>("method"),
            row.OptionalNumber("share"), row.Date("from"), row.OptionalDate("to"));
        if (!row.IsGood) return part;
        if (part.To <= part.From) row.Bad("to", "span.empty");
        if (part.Method == AllocationMethod.Fixed && part.Share is not (> 0 and <= 1)) row.Bad("share", "allocation.share-out-of-range");
        if (part.Method != AllocationMethod.Fixed && part.Share is not null) row.Bad("share", "allocation.share-not-fixed");
        return part;
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<AllocationRow>> rows)
    {
        var buildings = await session.Db.Buildings.AsNoTracking().ToDictionaryAsync(b => b.Code, b => b.InstitutionCode, session.Stop);
        var meters = await session.Db.Meters.Select(meter => meter.Code).ToHashSetAsync(session.Stop);
        var stored = await session.Db.Allocations.AsNoTracking().IgnoreQueryFilters().ToListAsync(session.Stop);
        var merged = new Merged<(string, string, DateOnly), AllocationRow>(session.Problems, rows, KeyOf,
            stored.Select(RowOf).ToDictionary(KeyOf), (row, before) => row with { To = row.To ?? before.To });
        merged.Require("meter_code", row => row.MeterCode, row => meters.Contains(row.MeterCode), "meter.not-found");
        merged.Require("building_code", row => row.BuildingCode, row => buildings.ContainsKey(row.BuildingCode), "building.not-found");
        RequireWholeParts(merged);
        return merged.Changes(() => Write(session, merged, stored.ToDictionary(row => KeyOf(RowOf(row)), row => row.Id), buildings));
    }

    /// <summary>A meter whose parts do not make a whole rejects all its rows: one of them is wrong, and nobody can tell which.</summary>
    private static void RequireWholeParts(Merged<(string, string, DateOnly), AllocationRow> merged)
    {
        var parts = merged.Result().Values.ToLookup(row => row.MeterCode);
        foreach (var meter in merged.Rows.Select(row => row.Value.MeterCode).Distinct().ToList())
            if (AllocationParts.Fault(parts[meter]) is { } fault)
                merged.Require("meter_code", row => row.MeterCode, row => row.MeterCode != meter, fault.Code, fault.Day, fault.Sum);
    }

    private static async Task Write(ImportSession session, Merged<(string, string, DateOnly), AllocationRow> merged,
        Dictionary<(string, string, DateOnly), long> ids, Dictionary<string, string> buildings)
    {
        var added = merged.New.ToList();
        var first = await session.TakeIds<Allocation>(added.Count);
        await session.Insert([.. added.Select((row, at) => Entity(row.Value, first + at))]);
        await session.Update([.. merged.Changed.Select(row => Entity(row.Value, ids[KeyOf(row.Value)]))]);

        Allocation Entity(AllocationRow row, long id) => new()
        {
            Id = id, MeterCode = row.MeterCode, BuildingCode = row.BuildingCode, InstitutionCode = buildings[row.BuildingCode],
            Method = row.Method, Share = row.Share, From = row.From, To = row.To, ImportId = session.BatchId,
        };
    }

    private static (string, string, DateOnly) KeyOf(AllocationRow row) => (row.MeterCode, row.BuildingCode, row.From);

    private static AllocationRow RowOf(Allocation stored) =>
        new(stored.MeterCode, stored.BuildingCode, stored.Method, stored.Share, stored.From, stored.To);
}
