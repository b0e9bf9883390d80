using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Buildings;

/// <summary>An institution's m²-days in a building.</summary>
public readonly record struct UsedPart(string InstitutionCode, decimal Days);

/// <summary>
/// Who uses which part of which building, on which days (docs/rules/occupancy.md). The parts of a building are its whole: an owner's is
/// what the others leave.
/// </summary>
public sealed class Occupancies
{
    private readonly IReadOnlyDictionary<string, AreaTimeline> _areas;
    private readonly ILookup<string, Occupancy> _of;
    private readonly ILookup<string, string> _usedBy;

    public Occupancies(IEnumerable<Occupancy> rows, IReadOnlyDictionary<string, AreaTimeline> areas)
    {
        _areas = areas;
        var live = rows.Where(row => row.SupersededById is null && areas.ContainsKey(row.BuildingCode)).OrderBy(row => row.From).ToArray();
        _of = live.ToLookup(row => row.BuildingCode);
        _usedBy = live.Select(row => (row.InstitutionCode, row.BuildingCode))
            .Concat(areas.Values.Select(area => (area.Building.InstitutionCode, BuildingCode: area.Building.Code)))
            .Distinct().OrderBy(pair => pair.BuildingCode, StringComparer.Ordinal).ToLookup(pair => pair.InstitutionCode, pair => pair.BuildingCode);
    }

    public bool IsShared(string building) => _of.Contains(building);

    /// <summary>Days on which somebody else begins or ceases to use a part of the building.</summary>
    public IEnumerable<DateOnly> Changes(string building) => _of[building].SelectMany(row => new[] { row.From, row.Span.Until });

    /// <summary>Buildings that the institution owns or occupies on some day, in order of their codes.</summary>
    public IEnumerable<string> UsedBy(string institution) => _usedBy[institution];

    /// <summary>The institution's part of the gross area, in segments that may take away from each other.</summary>
    public IEnumerable<Segment> Gross(string building, string institution, DateSpan span) => PartsOf(building, institution,
        span, area => area.Gross(span), (area, days, m2) => area.GrossPart(days, m2));

    public IEnumerable<Segment> Heated(string building, string institution, DateSpan span) => PartsOf(building, institution,
        span, area => area.Heated(span), (area, days, m2) => area.HeatedPart(days, m2));

    /// <summary>Days of the span on which the institution has a part of the building, in service.</summary>
    public IEnumerable<DateSpan> Days(string building, string institution, DateSpan span)
    {
        var area = _areas[building];
        if (!IsShared(building)) return [area.Building.InService.Intersect(span)];
        var cuts = Changes(building).Concat(area.Changes)
            .Where(day => span.From < day && day < span.Until).Append(span.From).Append(span.Until).Distinct().Order().ToArray();
        return cuts.Zip(cuts.Skip(1), (from, until) => new DateSpan(from, until))
            .Where(days => Gross(building, institution, days).Sum(segment => segment.Days) > 0)
            .Select(days => days.Intersect(area.Building.InService));
    }

    /// <summary>Everybody's m²-days, the owner's too; only those above zero, in order of their codes.</summary>
    public IReadOnlyList<UsedPart> Parts(string building, DateSpan span) =>
    [
        .. _of[building].Select(row => row.InstitutionCode).Append(_areas[building].Building.InstitutionCode).Distinct()
            .Order(StringComparer.Ordinal)
            .Select(institution => new UsedPart(institution, Gross(building, institution, span).Sum(segment => segment.Days)))
            .Where(part => part.Days > 0),
    ];

    /// <summary>The first day on which more is occupied than there is; null when there is none.</summary>
    public static DateOnly? Overfull(AreaTimeline area, IEnumerable<Occupancy> rows)
    {
        var all = rows.ToArray();
        var days = all.Select(row => row.From).Concat(area.Changes).Distinct().Order();
        foreach (var day in days)
            if (all.Where(row => row.Span.Contains(day)).Sum(row => row.AreaM2) > area.GrossOn(day)) return day;
        return null;
    }

    private IEnumerable<Segment> PartsOf(string building, string institution, DateSpan span,
        Func<AreaTimeline, IEnumerable<Segment>> whole, Func<AreaTimeline, DateSpan, decimal, IEnumerable<Segment>> part)
    {
        var area = _areas[building];
        if (area.Building.InstitutionCode != institution)
            return _of[building].Where(row => row.InstitutionCode == institution).SelectMany(row => part(area, row.Span.Intersect(span), row.AreaM2));
        return whole(area).Concat(_of[building].SelectMany(row => part(area, row.Span.Intersect(span), -row.AreaM2)));
    }
}
