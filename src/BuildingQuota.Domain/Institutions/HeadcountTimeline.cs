using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Institutions;

/// <summary>An institution's people over time, by basis; water falls back to energy when it has no rows of its own.</summary>
public sealed class HeadcountTimeline(Institution institution, IEnumerable<Headcount> rows)
{
    private readonly ILookup<HeadcountBasis, Headcount> _rows =
        rows.Where(row => row.SupersededById is null).OrderBy(row => row.From).ToLookup(row => row.Basis);

    public IEnumerable<Segment> Segments(HeadcountBasis basis, DateSpan span)
    {
        var used = basis == HeadcountBasis.Water && !_rows.Contains(basis) ? HeadcountBasis.Energy : basis;
        var live = _rows[used].ToArray();
        for (var i = 0; i < live.Length; i++)
        {
            var holds = new DateSpan(live[i].From, i + 1 < live.Length ? live[i + 1].From : DateOnly.MaxValue).Intersect(span);
            if (!holds.IsEmpty) yield return new Segment(institution.Code, used.ToString(), holds, live[i].Persons);
        }
    }
}
