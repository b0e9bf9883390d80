using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Features.Budgets;

/// <summary>Makes the series of institutions from their monthly facts and from the days on which their meters are active.</summary>
internal sealed class SeriesOfPlaces
{
    private readonly ILookup<(string Institution, SeriesKey Key), DateSpan> _active;
    private readonly BudgetRecords _records;
    private readonly int _year;

    public SeriesOfPlaces(BudgetRecords records, int year)
    {
        (_records, _year) = (records, year);
        var allocations = records.Places.Allocations.ToLookup(allocation => allocation.MeterCode);
        _active = records.Places.Meters.SelectMany(meter => Active(meter, [.. allocations[meter.Code]]))
            .ToLookup(place => (place.Institution, place.Key), place => place.Days);
    }

    /// <summary>In a fixed order; what has neither bills nor active meters in the open year is over.</summary>
    public IReadOnlyList<UseSeries> Of(string institution) =>
    [
        .. _records.Facts[institution].GroupBy(fact => new SeriesKey(fact.BuildingCode, fact.Carrier, fact.Purpose))
            .OrderBy(same => same.Key.BuildingCode, StringComparer.Ordinal).ThenBy(same => same.Key.Carrier)
            .ThenBy(same => same.Key.Purpose)
            .Select(same => new UseSeries(same.Key, Years(same), ActiveParts(institution, same.Key)))
            .Where(series => series.Years.ContainsKey(_year) || series.ActiveParts.Any(part => part > 0)),
    ];

    private static Dictionary<int, SeriesYear> Years(IEnumerable<MonthlyFact> facts) => facts.GroupBy(fact => fact.Year).ToDictionary(
        year => year.Key,
        year =>
        {
            var months = new SeriesMonth?[12];
            foreach (var fact in year) months[fact.Month - 1] = new SeriesMonth(fact.Quantity, fact.Kgce, fact.KgCo2, fact.CoveredDays);
            return new SeriesYear(year.Key, months);
        });

    private decimal[] ActiveParts(string institution, SeriesKey key)
    {
        var days = new DateSpans(_active[(institution, key)]);
        return
        [
            .. Enumerable.Range(1, 12).Select(month => DateSpan.OfMonth(_year, month))
                .Select(month => (decimal)days.DaysWithin(month) / month.Days),
        ];
    }

    private static IEnumerable<(string Institution, SeriesKey Key, DateSpan Days)> Active(
        Meter meter, IReadOnlyList<Allocation> allocations) => allocations.Count == 0
            ? [(meter.InstitutionCode, new SeriesKey(meter.BuildingCode, meter.Carrier, meter.Purpose), meter.Active)]
            : allocations.Select(part => (
                part.InstitutionCode, new SeriesKey(part.BuildingCode, meter.Carrier, meter.Purpose), meter.Active.Intersect(part.Span)));
}
