using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Features.Budgets;

/// <summary>
/// Days on which a main meter is billed and a sub-meter of it is not: nothing was taken out of the main meter for them, so that what
/// remains of it is more than was used there.
/// </summary>
internal sealed class OpenRemainders
{
    private readonly Dictionary<(Place Place, DateSpan Month), int> _days = [];

    public OpenRemainders(Community community, ILookup<string, DateSpan> bills, DateSpan whole)
    {
        var meters = community.Meters.ToDictionary(meter => meter.Code);
        foreach (var sub in community.Meters)
        {
            if (sub.ParentCode is null || !meters.TryGetValue(sub.ParentCode, out var main)) continue;
            var (billed, less) = (new DateSpans(bills[main.Code]), new DateSpans(bills[sub.Code]));
            foreach (var month in sub.Active.Intersect(main.Active).Intersect(whole).ByMonth())
            {
                var open = billed.Within(month).Sum(days => days.Days - less.DaysWithin(days));
                if (open > 0) Add(Place.Of(community, main, month), DateSpan.OfMonth(month.From.Year, month.From.Month), open);
            }
        }
    }

    /// <summary>Of the sub-meter that leaves most of the month open.</summary>
    public int LeftOpen(Place place, DateSpan month) => _days.GetValueOrDefault((place, month));

    private void Add(IEnumerable<Place> places, DateSpan month, int open)
    {
        foreach (var place in places) _days[(place, month)] = Math.Max(open, LeftOpen(place, month));
    }
}
