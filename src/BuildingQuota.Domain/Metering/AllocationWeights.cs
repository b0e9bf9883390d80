using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Metering;

/// <summary>One building's (or, with no building, one institution's) weight in a meter's quantity.</summary>
public sealed record MeterPart(string InstitutionCode, string? BuildingCode, decimal Weight);

/// <summary>Who a meter's quantity belongs to over a span of days: the allocations in force, else the meter's own place.</summary>
public sealed class AllocationWeights(
    ILookup<string, Allocation> allocations, IReadOnlyDictionary<string, AreaTimeline> areas, IReadOnlyDictionary<string, HeadcountTimeline> people)
{
    private readonly ILookup<string, AreaTimeline> _areasOf = areas.Values.ToLookup(area => area.Building.InstitutionCode);

    /// <summary>All of the meter's quantity belongs to the meter's own place, on every day.</summary>
    public bool StaysWhole(Meter meter) => !allocations.Contains(meter.Code);

    /// <summary>
    /// Between the days on which allocations begin or end, weights are those of the allocations in force, or the meter's own place where
    /// there are none; the pieces are then put together by their days.
    /// </summary>
    public IReadOnlyList<MeterPart> Of(Meter meter, DateSpan span)
    {
        if (StaysWhole(meter)) return [new MeterPart(meter.InstitutionCode, meter.BuildingCode, 1)];
        var own = allocations[meter.Code].ToArray();
        var pieces = Pieces(own, span).ToArray();
        if (pieces.Length == 1) return PartsOf(meter, own, span);
        return
        [
            .. pieces.SelectMany(piece => Normalised(PartsOf(meter, own, piece), piece.Days))
                .GroupBy(part => (part.InstitutionCode, part.BuildingCode))
                .OrderBy(group => group.Key.BuildingCode, StringComparer.Ordinal)
                .Select(group => new MeterPart(group.Key.InstitutionCode, group.Key.BuildingCode, group.Sum(part => part.Weight))),
        ];
    }

    private static IEnumerable<DateSpan> Pieces(Allocation[] own, DateSpan span)
    {
        var cuts = own.SelectMany(allocation => new[] { allocation.Span.From, allocation.Span.Until })
            .Where(day => span.From < day && day < span.Until).Append(span.Until).Distinct().Order();
        var from = span.From;
        foreach (var until in cuts)
        {
            yield return new DateSpan(from, until);
            from = until;
        }
    }

    private static IEnumerable<MeterPart> Normalised(MeterPart[] parts, int days)
    {
        var whole = parts.Sum(part => part.Weight);
        return parts.Select(part => part with { Weight = part.Weight * days / whole });
    }

    private MeterPart[] PartsOf(Meter meter, Allocation[] own, DateSpan piece)
    {
        var parts = own
            .GroupBy(allocation => (allocation.InstitutionCode, allocation.BuildingCode))
            .OrderBy(group => group.Key.BuildingCode, StringComparer.Ordinal)
            .Select(group => new MeterPart(group.Key.InstitutionCode, group.Key.BuildingCode, group.Sum(a => Weigh(a, piece))))
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
        var whole = _areasOf[allocation.InstitutionCode].Sum(area => area.Gross(days).Sum(segment => segment.Days));
        if (whole == 0 || !people.TryGetValue(allocation.InstitutionCode, out var heads)) return 0;
        return heads.Segments(HeadcountBasis.Energy, days).Sum(segment => segment.Days) * AreaDays(allocation.BuildingCode, days) / whole;
    }
}
