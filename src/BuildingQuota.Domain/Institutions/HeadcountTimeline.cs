using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Institutions;

/// <summary>An institution's people over time, by basis; water falls back to energy when it has no rows of its own.</summary>
public sealed class HeadcountTimeline(Institution institution, IEnumerable<Headcount> rows)
{
    private readonly ILookup<HeadcountBasis, Headcount> _rows =
        rows.Where(row => row.SupersededById is null).OrderBy(row => row.From).ToLookup(row => row.Basis);

    /// <summary>Water before the first row of its own goes by the energy rows.</summary>
    public IEnumerable<Segment> Segments(HeadcountBasis basis, DateSpan span)
    {
        if (basis != HeadcountBasis.Water) return Of(basis, span);
        var first = _rows[basis].Select(row => row.From).FirstOrDefault(DateOnly.MaxValue);
        return Of(HeadcountBasis.Energy, span.Intersect(new DateSpan(DateOnly.MinValue, first))).Concat(Of(basis, span));
    }

    private IEnumerable<Segment> Of(HeadcountBasis basis, DateSpan span)
    {
        var live = _rows[basis].ToArray();
        for (var i = 0; i < live.Length; i++)
        {
            var holds = new DateSpan(live[i].From, i + 1 < live.Length ? live[i + 1].From : DateOnly.MaxValue).Intersect(span);
            if (!holds.IsEmpty) yield return new Segment(institution.Code, basis.ToString(), holds, live[i].Persons);
        }
    }
}
