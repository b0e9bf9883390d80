using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// Institutions that share no meter and no building with anyone outside, with all that is recorded of them: the smallest whole that can be evaluated
/// on its own. Bills are live ones; they are shared to months here, once for every year.
/// </summary>
public sealed class Community
{
    private readonly Dictionary<string, BillSlice[]> _slices;

    public Community(CommunityRecords records, ConversionTable conversions)
    {
        Institutions = records.Institutions;
        Meters = [.. records.Meters.OrderBy(meter => meter.Code, StringComparer.Ordinal)];
        Allocations = records.Allocations.ToLookup(allocation => allocation.MeterCode);
        var areas = records.FloorAreas.ToLookup(area => area.BuildingCode);
        var heads = records.Headcounts.ToLookup(count => count.InstitutionCode);
        Areas = records.Buildings.ToDictionary(b => b.Code, b => new AreaTimeline(b, areas[b.Code]));
        People = records.Institutions.ToDictionary(i => i.Code, i => new HeadcountTimeline(i, heads[i.Code]));
        BuildingsOf = records.Buildings.OrderBy(b => b.Code, StringComparer.Ordinal).ToLookup(b => b.InstitutionCode);
        MeteredAt = records.Meters.SelectMany(meter => PlacesOf(meter).Select(place => (place, meter)))
            .ToLookup(row => (row.place, row.meter.Purpose), row => row.meter);
        Occupancies = new Occupancies(records.Occupancies, Areas);
        Weights = new AllocationWeights(Allocations, Occupancies, Areas, People);
        _slices = SlicesByMeter(records.Bills, conversions);
    }

    public IReadOnlyList<Institution> Institutions { get; }

    /// <summary>In order of their codes.</summary>
    public IReadOnlyList<Meter> Meters { get; }

    public ILookup<string, Allocation> Allocations { get; }

    public IReadOnlyDictionary<string, AreaTimeline> Areas { get; }

    public IReadOnlyDictionary<string, HeadcountTimeline> People { get; }

    public ILookup<string, Building> BuildingsOf { get; }

    /// <summary>Who uses which part of a building.</summary>
    public Occupancies Occupancies { get; }

    /// <summary>Meters that on some day count what is used for a purpose in a building.</summary>
    public ILookup<(string Building, MeterPurpose Purpose), Meter> MeteredAt { get; }

    /// <summary>Who a meter's use belongs to, on which days.</summary>
    public AllocationWeights Weights { get; }

    /// <summary>A meter's bills in a year, month by month: by day, then in the order in which they were recorded.</summary>
    public IReadOnlyList<BillSlice> Slices(string meter, int year)
    {
        if (!_slices.TryGetValue(meter, out var all)) return [];
        var from = Array.FindIndex(all, slice => slice.Span.From.Year == year);
        if (from < 0) return [];
        var until = Array.FindIndex(all, from, slice => slice.Span.From.Year > year);
        return new ArraySegment<BillSlice>(all, from, (until < 0 ? all.Length : until) - from);
    }

    private static Dictionary<string, BillSlice[]> SlicesByMeter(IReadOnlyList<Bill> bills, ConversionTable conversions)
    {
        var lists = new Dictionary<string, List<BillSlice>>();
        foreach (var bill in bills)
        {
            if (!lists.TryGetValue(bill.MeterCode, out var list)) lists[bill.MeterCode] = list = [];
            list.AddRange(BillSharing.ByMonth(bill, conversions));
        }

        return lists.ToDictionary(pair => pair.Key, pair => InOrder(pair.Value));
    }

    private static BillSlice[] InOrder(List<BillSlice> slices)
    {
        slices.Sort((one, other) => one.Span.From.CompareTo(other.Span.From) is var days and not 0 ? days : one.Bill.Id.CompareTo(other.Bill.Id));
        return [.. slices];
    }

    private IEnumerable<string> PlacesOf(Meter meter) =>
        Allocations[meter.Code].Select(allocation => (string?)allocation.BuildingCode).Append(meter.BuildingCode).OfType<string>().Distinct();
}

/// <summary>The rows of a community as they are kept.</summary>
public sealed record CommunityRecords(IReadOnlyList<Institution> Institutions, IReadOnlyList<Building> Buildings, IReadOnlyList<Meter> Meters)
{
    public IReadOnlyList<FloorArea> FloorAreas { get; init; } = [];

    public IReadOnlyList<Headcount> Headcounts { get; init; } = [];

    public IReadOnlyList<Occupancy> Occupancies { get; init; } = [];

    public IReadOnlyList<Allocation> Allocations { get; init; } = [];

    public IReadOnlyList<Bill> Bills { get; init; } = [];
}
