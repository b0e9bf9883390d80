using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Metering;

/// <summary>One building's (or, with no building, one institution's) weight in a meter's quantity.</summary>
public sealed record MeterPart(string InstitutionCode, string? BuildingCode, decimal Weight);

/// <summary>Who a meter's quantity belongs to over a span of days: the allocations in force, else the meter's own place.</summary>
public sealed class AllocationWeights(
    ILookup<string, Allocation> allocations, Occupancies occupancies, IReadOnlyDictionary<string, AreaTimeline> areas,
    IReadOnlyDictionary<string, HeadcountTimeline> people)
{
    /// <summary>All of the meter's quantity belongs to the meter's own place and institution, on every day.</summary>
    public bool StaysWhole(Meter meter) => !allocations.Contains(meter.Code) && !IsOfAll(meter);

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
                .OrderBy(group => group.Key.BuildingCode, StringComparer.Ordinal).ThenBy(group => group.Key.InstitutionCode, StringComparer.Ordinal)
                .Select(group => new MeterPart(group.Key.InstitutionCode, group.Key.BuildingCode, group.Sum(part => part.Weight))),
        ];
    }

    /// <summary>Days of the span on which some of the meter's quantity belongs to a building: month by month, as quantities are shared.</summary>
    public IEnumerable<DateSpan> DaysAt(Meter meter, string building, DateSpan span)
    {
        if (StaysWhole(meter)) return meter.BuildingCode == building ? [span] : [];
        var own = allocations[meter.Code].ToArray();
        return span.ByMonth().SelectMany(month => Pieces(own, month))
            .Where(piece => PartsOf(meter, own, piece).Any(part => part.BuildingCode == building));
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
            .SelectMany(allocation => PartsOf(allocation, allocation.Span.Intersect(piece)))
            .GroupBy(part => (part.InstitutionCode, part.BuildingCode))
            .OrderBy(group => group.Key.BuildingCode, StringComparer.Ordinal).ThenBy(group => group.Key.InstitutionCode, StringComparer.Ordinal)
            .Select(group => new MeterPart(group.Key.InstitutionCode, group.Key.BuildingCode, group.Sum(part => part.Weight)))
            .Where(part => part.Weight > 0)
            .ToArray();
        if (parts.Length > 0) return parts;
        var users = IsOfAll(meter) ? UsersOf(meter.BuildingCode!, piece) : [];
        return users.Count == 0
            ? [new MeterPart(meter.InstitutionCode, meter.BuildingCode, 1)]
            : [.. users.Select(user => new MeterPart(user.InstitutionCode, meter.BuildingCode, user.Days))];
    }

    /// <summary>The owner's main meter in a building that others use too: it counts for all of them. A sub-meter is its institution's alone.</summary>
    private bool IsOfAll(Meter meter) => meter is { ParentCode: null, BuildingCode: { } building } && occupancies.IsShared(building)
        && areas.TryGetValue(building, out var area) && area.Building.InstitutionCode == meter.InstitutionCode;

    private IEnumerable<MeterPart> PartsOf(Allocation allocation, DateSpan days)
    {
        var users = UsersOf(allocation.BuildingCode, days);
        var whole = users.Sum(user => user.Days);
        return users.Select(user => new MeterPart(user.InstitutionCode, allocation.BuildingCode, allocation.Method switch
        {
            AllocationMethod.Fixed => users.Count == 1 ? (allocation.Share ?? 0) * days.Days : (allocation.Share ?? 0) * days.Days * user.Days / whole,
            AllocationMethod.Area => user.Days,
            AllocationMethod.Persons => PersonDays(user, days),
            _ => throw new ArgumentOutOfRangeException(nameof(allocation), allocation.Method, "No such method."),
        }));
    }

    /// <summary>Who uses a building; its owner alone where nobody else does, also while it is out of service.</summary>
    private IReadOnlyList<UsedPart> UsersOf(string building, DateSpan days)
    {
        if (!areas.TryGetValue(building, out var area)) return [];
        if (!occupancies.IsShared(building)) return [new UsedPart(area.Building.InstitutionCode, area.Gross(days).Sum(segment => segment.Days))];
        return occupancies.Parts(building, days);
    }

    /// <summary>An institution's persons stand over what it uses by gross area.</summary>
    private decimal PersonDays(UsedPart used, DateSpan days)
    {
        var whole = occupancies.UsedBy(used.InstitutionCode)
            .Sum(building => occupancies.Gross(building, used.InstitutionCode, days).Sum(segment => segment.Days));
        if (whole == 0 || !people.TryGetValue(used.InstitutionCode, out var heads)) return 0;
        return heads.Segments(HeadcountBasis.Energy, days).Sum(segment => segment.Days) * used.Days / whole;
    }
}
