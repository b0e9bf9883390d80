using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

internal sealed record MeterRow(
    string Code, string? BuildingCode, string? InstitutionCode, string? ParentCode, Carrier Carrier, string Unit, MeterPurpose? Purpose,
    decimal? Multiplier, DateOnly ActiveFrom, DateOnly? ActiveTo);

/// <summary>Meters and their main meters. Whose a meter is, and of what, is fixed once it has bills.</summary>
internal sealed class MetersFile : FileKind<MeterRow>
{
    public override FileLayout Layout => Layouts.Meters;

    protected override MeterRow Read(RowReader row)
    {
        var meter = new MeterRow(row.Code("code"), row.OptionalCode("building_code"), row.OptionalCode("institution_code"),
            row.OptionalCode("parent_code"), row.Word<Carrier>("carrier"), row.Text("unit"), row.OptionalWord<MeterPurpose>("purpose"),
            row.OptionalNumber("multiplier"), row.Date("active_from"), row.OptionalDate("active_to"));
        if (!row.IsGood) return meter;
        if (meter.BuildingCode is null && meter.InstitutionCode is null) row.Bad("building_code", "meter.owner-missing");
        if (meter.Multiplier <= 0) row.Bad("multiplier", "meter.multiplier-not-positive");
        if (meter.ActiveTo <= meter.ActiveFrom) row.Bad("active_to", "span.empty");
        return meter;
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<MeterRow>> rows)
    {
        var buildings = await session.Db.Buildings.AsNoTracking().ToDictionaryAsync(b => b.Code, b => b.InstitutionCode, session.Stop);
        var institutions = await session.InstitutionCodes();
        var uses = (await session.Db.Occupancies.Where(use => use.SupersededById == null).Select(use => new { use.BuildingCode, use.InstitutionCode })
            .ToListAsync(session.Stop)).Select(use => (use.BuildingCode, (string?)use.InstitutionCode)).ToHashSet();
        var units = await UnitTable.Load(session);
        var stored = await session.Db.Meters.AsNoTracking().ToDictionaryAsync(meter => meter.Code, RowOf, session.Stop);
        var merged = new Merged<string, MeterRow>(session.Problems,
            [.. rows.Select(row => row with { Value = Owned(row.Value, buildings, units) })],
            row => row.Code, stored, KeepBlanks);
        await session.RequireFreeCodes(session.Db.Meters.Select(meter => meter.Code), merged);
        merged.Require("building_code", row => row.BuildingCode, row => row.BuildingCode is null || buildings.ContainsKey(row.BuildingCode),
            "building.not-found");
        merged.Require("institution_code", row => row.InstitutionCode, row => institutions.Contains(row.InstitutionCode!),
            "institution.not-found");
        merged.Require("institution_code", row => row.InstitutionCode, row =>
            IsOwner(row, buildings) || uses.Contains((row.BuildingCode!, row.InstitutionCode)),
            "meter.building-of-other-institution");
        merged.Require("unit", row => row.Unit, row => units.Find(row.Carrier, row.Unit) is not null, "unit.not-allowed");
        merged.RequireNoCycle(row => row.ParentCode, "meter.cycle");
        merged.RequireParents(row => row.ParentCode, "meter.not-found");
        RequireSameCarrier(merged);
        RequireGeneration(merged);
        await RequireSameIdentity(session, merged);
        return merged.Changes(() => Write(session, merged));
    }

    private static MeterRow Owned(MeterRow row, Dictionary<string, string> buildings, UnitTable units) => row with
    {
        InstitutionCode = row.InstitutionCode ?? (row.BuildingCode is null ? null : buildings.GetValueOrDefault(row.BuildingCode)),
        Unit = units.Find(row.Carrier, row.Unit) ?? row.Unit,
    };

    private static bool IsOwner(MeterRow row, Dictionary<string, string> buildings) =>
        row.BuildingCode is null || buildings[row.BuildingCode] == row.InstitutionCode;

    private static void RequireSameCarrier(Merged<string, MeterRow> merged)
    {
        var known = merged.Result();
        while (merged.Require("parent_code", row => row.ParentCode, row => HasParentOfItsCarrier(row, known),
            "meter.parent-of-other-carrier"))
        {
            merged.RequireParents(row => row.ParentCode, "meter.not-found");
            known = merged.Result();
        }
    }

    private static bool HasParentOfItsCarrier(MeterRow row, Dictionary<string, MeterRow> known) =>
        row.ParentCode is null || known[row.ParentCode].Carrier == row.Carrier;

    /// <summary>What is exported was generated before: never netted against what the grid delivered.</summary>
    private static void RequireGeneration(Merged<string, MeterRow> merged)
    {
        var known = merged.Result();
        merged.Require("purpose", row => "export", row => row.Purpose != MeterPurpose.Export || IsOfGeneration(row, known),
            "meter.export-without-generation");
        merged.Require("parent_code", row => row.ParentCode, row => row.Purpose == MeterPurpose.Export || row.ParentCode is null
            || known[row.ParentCode].Purpose != MeterPurpose.Export, "meter.behind-export");
    }

    private static bool IsOfGeneration(MeterRow row, Dictionary<string, MeterRow> known) => row is { Carrier: Carrier.PvSelfUse, ParentCode: { } up }
        && known.TryGetValue(up, out var parent) && parent is { Carrier: Carrier.PvSelfUse, Purpose: not MeterPurpose.Export };

    /// <summary>Bills carry the building and institution of their meter: moving it would rewrite what was used where.</summary>
    private static async Task RequireSameIdentity(ImportSession session, Merged<string, MeterRow> merged)
    {
        var moved = merged.Changed.Select(row => row.Value).Where(row => !IsSameThing(row, merged.Stored[row.Code])).Select(row => row.Code)
            .ToList();
        if (moved.Count == 0) return;
        var billed = await session.Db.Bills.Where(bill => moved.Contains(bill.MeterCode)).Select(bill => bill.MeterCode).Distinct()
            .ToHashSetAsync(session.Stop);
        merged.Require("code", row => row.Code, row => !billed.Contains(row.Code), "meter.has-bills");
    }

    private static bool IsSameThing(MeterRow row, MeterRow before) =>
        row.InstitutionCode == before.InstitutionCode && row.BuildingCode == before.BuildingCode && row.Carrier == before.Carrier;

    private static async Task Write(ImportSession session, Merged<string, MeterRow> merged)
    {
        await session.Insert([.. merged.New.Select(row => EntityOf(row.Value))]);
        await TouchBefore(session, [.. merged.Changed.Select(row => merged.Stored[row.Value.Code])]);
        await session.Update([.. merged.Changed.Select(row => EntityOf(row.Value))]);
    }

    /// <summary>Whose the meters were, and whose main meters they hung under, may be others than now, and out of the author's sight.</summary>
    private static async Task TouchBefore(ImportSession session, IReadOnlyList<MeterRow> before)
    {
        var mains = before.Select(row => row.ParentCode).OfType<string>().ToHashSet();
        var owners = new List<string>();
        foreach (var chunk in mains.Chunk(500))
            owners.AddRange(await session.Db.Meters.IgnoreQueryFilters().Where(meter => chunk.Contains(meter.Code))
                .Select(meter => meter.InstitutionCode).ToListAsync(session.Stop));
        foreach (var code in before.Select(row => row.InstitutionCode!).Concat(owners))
            session.Touch(StaleMark.Institution(code, StaleMark.EveryYear));
    }

    private static MeterRow KeepBlanks(MeterRow row, MeterRow before) => row with
    {
        BuildingCode = row.BuildingCode ?? before.BuildingCode,
        ParentCode = row.ParentCode ?? before.ParentCode,
        Purpose = row.Purpose ?? before.Purpose,
        Multiplier = row.Multiplier ?? before.Multiplier,
        ActiveTo = row.ActiveTo ?? before.ActiveTo,
    };

    private static MeterRow RowOf(Meter stored) =>
        new(stored.Code, stored.BuildingCode, stored.InstitutionCode, stored.ParentCode, stored.Carrier, stored.Unit, stored.Purpose,
            stored.Multiplier, stored.ActiveFrom, stored.ActiveTo);

    private static Meter EntityOf(MeterRow row) => new()
    {
        Code = row.Code, BuildingCode = row.BuildingCode, InstitutionCode = row.InstitutionCode!, ParentCode = row.ParentCode,
        Carrier = row.Carrier, Unit = row.Unit, Purpose = row.Purpose ?? MeterPurpose.General, Multiplier = row.Multiplier ?? 1,
        ActiveFrom = row.ActiveFrom, ActiveTo = row.ActiveTo,
    };
}
