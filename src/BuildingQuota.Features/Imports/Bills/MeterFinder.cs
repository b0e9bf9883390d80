using BuildingQuota.Domain.Metering;
using BuildingQuota.Features.Imports.Problems;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Bills;

/// <summary>Finds the one meter that a bill's row points at, among those in scope.</summary>
internal sealed class MeterFinder(ProblemList problems, IReadOnlyList<Meter> meters)
{
    private readonly Dictionary<string, Meter> _byCode = meters.ToDictionary(meter => meter.Code);
    private readonly ILookup<(string?, Carrier), Meter> _byBuilding = meters.ToLookup(meter => (meter.BuildingCode, meter.Carrier));
    private readonly ILookup<(string?, Carrier), Meter> _byInstitution = meters.ToLookup(meter =>
        ((string?)meter.InstitutionCode, meter.Carrier));

    public static async Task<MeterFinder> Load(ImportSession session) =>
        new(session.Problems, await session.Db.Meters.AsNoTracking().ToListAsync(session.Stop));

    /// <summary>Null when there is none or more than one; the reason is then in the problems.</summary>
    public Meter? Find(int number, BillRow row)
    {
        if (row.MeterCode is null) return FindByPlace(number, row);
        if (!_byCode.TryGetValue(row.MeterCode, out var meter))
            return None(new(number, "meter_code", row.MeterCode), "bill.meter-not-found");
        if (row.InstitutionCode is { } institution && institution != meter.InstitutionCode)
            return None(new(number, "institution_code", institution), "bill.meter-mismatch", meter.Code, meter.InstitutionCode);
        if (row.BuildingCode is { } building && building != meter.BuildingCode)
            return None(new(number, "building_code", building), "bill.meter-mismatch", meter.Code, meter.BuildingCode ?? "–");
        if (row.Carrier is { } carrier && carrier != meter.Carrier)
            return None(new(number, "carrier", Domain.Rules.Words.ToWord(carrier)), "bill.meter-mismatch", meter.Code,
                Domain.Rules.Words.ToWord(meter.Carrier));
        return meter;
    }

    private Meter? FindByPlace(int number, BillRow row)
    {
        if (row.Carrier is not { } carrier || (row.BuildingCode ?? row.InstitutionCode) is not { } place)
            return None(new(number, "meter_code"), "bill.meter-not-told");
        var found = (row.BuildingCode is null ? _byInstitution : _byBuilding)[(place, carrier)]
            .Where(meter => row.InstitutionCode is null || meter.InstitutionCode == row.InstitutionCode)
            .Where(meter => meter.Active.Overlaps(row.Covers))
            .ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => None(new(number, "meter_code", place), "bill.meter-not-found"),
            _ => None(new(number, "meter_code", place), "bill.meter-ambiguous",
                string.Join(", ", found.Take(5).Select(meter => meter.Code))),
        };
    }

    private Meter? None(Place place, string code, params object[] arguments)
    {
        problems.Add(place, code, [place.Value, .. arguments]);
        return null;
    }
}
