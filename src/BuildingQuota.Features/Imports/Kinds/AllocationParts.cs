using System.Globalization;
using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>What keeps the parts of one meter from being a whole: the rule, the first day, and what fixed shares come to on it.</summary>
internal sealed record AllocationFault(string Code, string Day, string Sum);

/// <summary>Judges all parts of one meter on every day on which they change (docs/import-files.md#allocations).</summary>
internal static class AllocationParts
{
    public static AllocationFault? Fault(IEnumerable<AllocationRow> parts)
    {
        var all = parts.ToList();
        foreach (var day in all.SelectMany(part => new[] { part.From, part.Span.Until }).Distinct().Order())
        {
            var active = all.Where(part => part.Span.Contains(day)).ToList();
            if (active.Count > 0 && FaultOn(active) is { } code)
                return new(code, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Sum(active).ToString(CultureInfo.InvariantCulture));
        }

        return null;
    }

    private static string? FaultOn(List<AllocationRow> active)
    {
        if (active.DistinctBy(part => part.BuildingCode).Count() != active.Count) return "allocation.overlap";
        if (active.Exists(part => part.Method != active[0].Method)) return "allocation.methods-mixed";
        return active[0].Method == AllocationMethod.Fixed && Sum(active) != 1 ? "allocation.shares-not-one" : null;
    }

    private static decimal Sum(List<AllocationRow> active) => active.Sum(part => part.Share ?? 0);
}
