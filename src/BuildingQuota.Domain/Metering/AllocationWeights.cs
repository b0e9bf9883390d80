using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Metering;

/// <summary>One building's (or, with no building, one institution's) weight in a meter's quantity.</summary>
public sealed record MeterPart(string InstitutionCode, string? BuildingCode, decimal Weight);

/// <summary>Who a meter's quantity belongs to over a span of days: the allocations in force, weighed day by day, else the meter's own place.</summary>
public sealed class AllocationWeights(
    ILookup<string, Allocation> allocations, IReadOnlyDictionary<string, AreaTimeline> areas, IReadOnlyDictionary<string, HeadcountTimeline> people)
{
    public IReadOnlyList<MeterPart> Of(Meter meter, DateSpan span)
    {
        var parts = allocations[meter.Code]
            .GroupBy(allocation => (allocation.InstitutionCode, allocation.BuildingCode))
            .OrderBy(group => group.Key.BuildingCode, StringComparer.Ordinal)
            .Select(group => new MeterPart(group.Key.InstitutionCode, group.Key.BuildingCode, group.Sum(a => Weigh(a, span))))
            .Where(part => part.Weight > 0)
            .ToArray();
        return parts.Length > 0 ? parts : [new MeterPart(meter.InstitutionCode, meter.BuildingCode, 1)];
    }

    private decimal Weigh(Allocation allocation, DateSpan span)
    {
        var days = allocation.Span.Intersect(span);
        return allocation.Method switch
        {
            AllocationMethod.Fixed => (allocation.Share ?? 0) * days.Days,
            AllocationMethod.Area => AreaDays(allocation.BuildingCode, days),
            AllocationMethod.Persons => PersonDays(allocation, days),
            _ => throw new ArgumentOutOfRangeException(nameof(allocation), allocation.Method, "No such method."),
        };
    }

    private decimal AreaDays(string building, DateSpan days) =>
        areas.TryGetValue(building, out var area) ? area.Gross(days).Sum(segment => segment.Days) : 0;

    /// <summary>An institution's persons stand over its buildings by gross area.</summary>
    private decimal PersonDays(Allocation allocation, DateSpan days)
    {
        var whole = areas.Values.Where(area => area.Building.InstitutionCode == allocation.InstitutionCode)
            .Sum(area => area.Gross(days).Sum(segment => segment.Days));
        if (whole == 0 || !people.TryGetValue(allocation.InstitutionCode, out var heads)) return 0;
        return heads.Segments(HeadcountBasis.Energy, days).Sum(segment => segment.Days) * AreaDays(allocation.BuildingCode, days) / whole;
    }
}
