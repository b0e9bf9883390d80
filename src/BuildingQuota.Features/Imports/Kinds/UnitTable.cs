using BuildingQuota.Domain.Metering;
using BuildingQuota.Features.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>The units that bills of each carrier may be in, written as the conversion table writes them.</summary>
internal sealed class UnitTable
{
    private readonly Dictionary<(Carrier, string), string> _units;
    private readonly Dictionary<(Carrier, string), string?> _found = [];

    private UnitTable(Dictionary<(Carrier, string), string> units) => _units = units;

    public static async Task<UnitTable> Load(ImportSession session)
    {
        var conversions = await session.Db.UnitConversions.AsNoTracking().ToListAsync(session.Stop);
        return new(conversions.ToDictionary(unit => (unit.Carrier, FileLayout.Token(unit.Unit)), unit => unit.Unit));
    }

    /// <summary>
    /// The carrier's unit of that name, whatever its case and width (<c>KWH</c>, <c>m³</c>); null when the carrier has none.
    /// </summary>
    public string? Find(Carrier carrier, string unit)
    {
        if (_found.TryGetValue((carrier, unit), out var found)) return found;
        return _found[(carrier, unit)] = _units.GetValueOrDefault((carrier, FileLayout.Token(unit)));
    }
}
