namespace BuildingQuota.Domain.Quantities;

/// <summary>Days that belong to any of several spans, each day once.</summary>
public sealed class DateSpans
{
    private readonly List<DateSpan> _merged = [];

    public DateSpans(IEnumerable<DateSpan> spans)
    {
        foreach (var span in spans.Where(s => !s.IsEmpty).OrderBy(s => s.From))
        {
            if (_merged.Count > 0 && span.From <= _merged[^1].Until)
                _merged[^1] = _merged[^1] with { Until = span.Until > _merged[^1].Until ? span.Until : _merged[^1].Until };
            else
                _merged.Add(span);
        }
    }

    public bool IsEmpty => _merged.Count == 0;

    public int DaysWithin(DateSpan span) => _merged.Sum(part => part.Intersect(span).Days);

    public IEnumerable<DateSpan> Within(DateSpan span) => _merged.Select(part => part.Intersect(span)).Where(part => !part.IsEmpty);
}
