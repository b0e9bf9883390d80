using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Features.Budgets;

/// <summary>
/// Makes the series of institutions and buildings from monthly facts and from the days on which their meters are active. A month stands
/// when everybody who has active meters of the series in it is billed, and when what was taken out of a main meter is whole.
/// </summary>
internal sealed class SeriesOfPlaces
{
    private readonly Community _community;
    private readonly int _year;
    private readonly DateSpan _whole;
    private readonly ILookup<Place, MonthlyFact> _facts;
    private readonly ILookup<Place, DateSpan> _active;
    private readonly ILookup<SeriesKey, string> _users;
    private readonly ILookup<string, SeriesKey> _ofInstitution;
    private readonly ILookup<string, SeriesKey> _inBuilding;
    private readonly OpenRemainders _open;

    public SeriesOfPlaces(BudgetRecords records, Community community, int year)
    {
        (_community, _year) = (community, year);
        var first = records.Facts.SelectMany(facts => facts).Select(fact => fact.Year).Append(year).Min();
        _whole = new DateSpan(new DateOnly(first, 1, 1), new DateOnly(year + 1, 1, 1));
        _facts = records.Facts.SelectMany(facts => facts)
            .ToLookup(fact => new Place(fact.InstitutionCode, new SeriesKey(fact.BuildingCode, fact.Carrier, fact.Purpose)));
        _active = community.Meters.SelectMany(Active).ToLookup(use => use.Place, use => use.Days);
        _users = _facts.Select(facts => facts.Key).Union(_active.Select(days => days.Key))
            .ToLookup(place => place.Key, place => place.Institution);
        _ofInstitution = _facts.Select(facts => facts.Key).ToLookup(place => place.Institution, place => place.Key);
        _inBuilding = _facts.Select(facts => facts.Key.Key).Distinct().ToLookup(key => key.BuildingCode ?? "");
        _open = new OpenRemainders(community, records.FamilyBills, _whole);
    }

    /// <summary>In a fixed order; what has neither bills nor active meters in the open year is over.</summary>
    public IReadOnlyList<UseSeries> Of(string institution, decimal coverage) =>
        Of(_ofInstitution[institution], _ => [institution], coverage);

    /// <summary>What all who use the building use in it.</summary>
    public IReadOnlyList<UseSeries> OfBuilding(string building, decimal coverage) =>
        Of(_inBuilding[building], key => [.. _users[key]], coverage);

    private IReadOnlyList<UseSeries> Of(IEnumerable<SeriesKey> keys, Func<SeriesKey, string[]> users, decimal coverage) =>
    [
        .. keys.OrderBy(key => key.BuildingCode, StringComparer.Ordinal).ThenBy(key => key.Carrier).ThenBy(key => key.Purpose)
            .Select(key => Series(key, [.. users(key).Select(user => new Place(user, key))], coverage))
            .Where(series => series.Years.ContainsKey(_year) || series.ActiveParts.Any(part => part > 0)),
    ];

    private UseSeries Series(SeriesKey key, Place[] places, decimal coverage)
    {
        var facts = places.SelectMany(place => _facts[place]).ToArray();
        var years = facts.GroupBy(fact => fact.Year).ToDictionary(year => year.Key, year =>
        {
            var months = year.ToLookup(fact => fact.Month);
            SeriesMonth?[] stand = [.. Enumerable.Range(1, 12).Select(month => Month(places, [.. months[month]], coverage))];
            return new SeriesYear(year.Key, stand) { IsOpen = months.Any(month => stand[month.Key - 1] is null) };
        });
        var active = new DateSpans(places.SelectMany(place => _active[place]));
        return new UseSeries(key, years,
        [
            .. Enumerable.Range(1, 12).Select(month => DateSpan.OfMonth(_year, month))
                .Select(month => (decimal)active.DaysWithin(month) / month.Days),
        ]);
    }

    private SeriesMonth? Month(Place[] places, MonthlyFact[] rows, decimal coverage)
    {
        if (rows.Length == 0) return null;
        var month = DateSpan.OfMonth(rows[0].Year, rows[0].Month);
        var unbilled = places.Where(place => rows.All(row => row.InstitutionCode != place.Institution));
        if (unbilled.Any(place => _active[place].Any(days => days.Overlaps(month)))) return null;
        return places.Any(place => _open.LeftOpen(place, month) > (1 - coverage) * month.Days)
            ? null
            : new SeriesMonth(
                rows.Sum(row => row.Quantity), rows.Sum(row => row.Kgce), rows.Sum(row => row.KgCo2), rows.Min(row => row.CoveredDays));
    }

    private IEnumerable<(Place Place, DateSpan Days)> Active(Meter meter) => Pieces(meter, meter.Active.Intersect(_whole))
        .SelectMany(days => Place.Of(_community, meter, days).Select(place => (place, days)));

    /// <summary>Cut where the places of the meter may change.</summary>
    private IEnumerable<DateSpan> Pieces(Meter meter, DateSpan active)
    {
        if (active.IsEmpty) return [];
        if (_community.Weights.StaysWhole(meter)) return [active];
        var own = _community.Allocations[meter.Code].ToArray();
        var buildings = own.Select(part => part.BuildingCode).Append(meter.BuildingCode).OfType<string>().Distinct();
        var cuts = own.SelectMany(part => new[] { part.Span.From, part.Span.Until })
            .Concat(buildings.SelectMany(_community.Occupancies.Changes))
            .Where(day => active.From < day && day < active.Until).Append(active.From).Append(active.Until).Distinct().Order().ToArray();
        return cuts.Zip(cuts.Skip(1), (from, until) => new DateSpan(from, until));
    }
}

/// <summary>Where use of a carrier for a purpose is booked.</summary>
internal readonly record struct Place(string Institution, SeriesKey Key)
{
    public static IEnumerable<Place> Of(Community community, Meter meter, DateSpan days) => community.Weights.Of(meter, days)
        .Select(part => new Place(part.InstitutionCode, new SeriesKey(part.BuildingCode, meter.Carrier, meter.Purpose)));
}
