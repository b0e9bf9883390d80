using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Buildings;

/// <summary>
/// A building's areas over time. Only in-service days count; before the first row the building's own areas hold
/// (docs/rules/denominators.md).
/// </summary>
public sealed class AreaTimeline
{
    private readonly List<(DateSpan Span, FloorArea? Row)> _rows = [];

    public AreaTimeline(Building building, IEnumerable<FloorArea> rows)
    {
        Building = building;
        var live = rows.Where(row => row.SupersededById is null).OrderBy(row => row.From).ToArray();
        var first = live.Length > 0 ? live[0].From : DateOnly.MaxValue;
        _rows.Add((new DateSpan(DateOnly.MinValue, first), null));
        for (var i = 0; i < live.Length; i++)
            _rows.Add((new DateSpan(live[i].From, i + 1 < live.Length ? live[i + 1].From : DateOnly.MaxValue), live[i]));
    }

    public Building Building { get; }

    public IEnumerable<Segment> Gross(DateSpan span) => Segments("gross", span, row => row?.GrossAreaM2 ?? Building.GrossAreaM2);

    public IEnumerable<Segment> Heated(DateSpan span) => Segments("heated", span, row => row?.HeatedAreaM2 ?? Building.HeatedAreaM2);

    /// <summary>So many m² of it, while it is in service.</summary>
    public IEnumerable<Segment> GrossPart(DateSpan span, decimal areaM2) => Segments("occupied", span, _ => areaM2);

    /// <summary>The heated part of so many m²: as much of them as of the whole.</summary>
    public IEnumerable<Segment> HeatedPart(DateSpan span, decimal areaM2) => Segments("occupied heated", span, row =>
        areaM2 * (row?.HeatedAreaM2 ?? Building.HeatedAreaM2) / (row?.GrossAreaM2 ?? Building.GrossAreaM2));

    /// <summary>Days on which a row takes over from the one before.</summary>
    public IEnumerable<DateOnly> Changes => _rows.Skip(1).Select(row => row.Span.From);

    /// <summary>The gross area of a day, in service or not.</summary>
    public decimal GrossOn(DateOnly day) => _rows.Find(row => row.Span.Contains(day)).Row?.GrossAreaM2 ?? Building.GrossAreaM2;

    public IEnumerable<Segment> Let(DateSpan span, DateSpans metered) => Minus("let", span, metered, row => row?.LetAreaM2 ?? 0);

    public IEnumerable<Segment> DataCentre(DateSpan span, DateSpans metered) =>
        Minus("data_centre", span, metered, row => row?.DataCentreAreaM2 ?? 0);

    public IEnumerable<Segment> Canteen(DateSpan span, DateSpans metered) => Minus("canteen", span, metered, row => row?.CanteenAreaM2 ?? 0);

    private IEnumerable<Segment> Minus(string what, DateSpan span, DateSpans metered, Func<FloorArea?, decimal> value) =>
        metered.Within(span).SelectMany(days => Segments(what, days, row => -value(row)));

    private IEnumerable<Segment> Segments(string what, DateSpan span, Func<FloorArea?, decimal> value)
    {
        var serving = span.Intersect(Building.InService);
        return _rows.Select(row => new Segment(Building.Code, what, row.Span.Intersect(serving), value(row.Row)))
            .Where(segment => !segment.Span.IsEmpty && segment.Value != 0);
    }
}
