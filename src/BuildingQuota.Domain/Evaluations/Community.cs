using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// Institutions that share no meter with anyone outside, with all that is recorded of them: the smallest whole that can be evaluated
/// on its own. Bills are live ones; their monthly slices are made once, for every year.
/// </summary>
public sealed class Community
{
    private readonly ILookup<(string Meter, int Year), BillSlice> _slices;

    public Community(CommunityRecords records, ConversionTable conversions)
    {
        Institutions = records.Institutions;
        Meters = records.Meters;
        Allocations = records.Allocations.ToLookup(allocation => allocation.MeterCode);
        var areas = records.FloorAreas.ToLookup(area => area.BuildingCode);
        var heads = records.Headcounts.ToLookup(count => count.InstitutionCode);
        Areas = records.Buildings.ToDictionary(b => b.Code, b => new AreaTimeline(b, areas[b.Code]));
        People = records.Institutions.ToDictionary(i => i.Code, i => new HeadcountTimeline(i, heads[i.Code]));
        BuildingsOf = records.Buildings.OrderBy(b => b.Code, StringComparer.Ordinal).ToLookup(b => b.InstitutionCode);
        MeteredAt = records.Meters.SelectMany(meter => PlacesOf(meter).Select(place => (place, meter)))
            .ToLookup(row => (row.place, row.meter.Purpose), row => row.meter);
        _slices = records.Bills.SelectMany(bill => BillSharing.ByMonth(bill, conversions))
            .ToLookup(slice => (slice.Bill.MeterCode, slice.Span.From.Year));
    }

    public IReadOnlyList<Institution> Institutions { get; }

    public IReadOnlyList<Meter> Meters { get; }

    public ILookup<string, Allocation> Allocations { get; }

    public IReadOnlyDictionary<string, AreaTimeline> Areas { get; }

    public IReadOnlyDictionary<string, HeadcountTimeline> People { get; }

    public ILookup<string, Building> BuildingsOf { get; }

    /// <summary>Meters that count what is used for a purpose in a building.</summary>
    public ILookup<(string Building, MeterPurpose Purpose), Meter> MeteredAt { get; }

    public IReadOnlyList<BillSlice> Slices(string meter, int year) =>
        [.. _slices[(meter, year)].OrderBy(slice => slice.Span.From).ThenBy(slice => slice.Bill.Id)];

    private IEnumerable<string> PlacesOf(Meter meter) => Allocations.Contains(meter.Code)
        ? Allocations[meter.Code].Select(allocation => allocation.BuildingCode).Distinct()
        : meter.BuildingCode is { } building ? [building] : [];
}

/// <summary>The rows of a community as they are kept.</summary>
public sealed record CommunityRecords(IReadOnlyList<Institution> Institutions, IReadOnlyList<Building> Buildings, IReadOnlyList<Meter> Meters)
{
    public IReadOnlyList<FloorArea> FloorAreas { get; init; } = [];

    public IReadOnlyList<Headcount> Headcounts { get; init; } = [];

    public IReadOnlyList<Allocation> Allocations { get; init; } = [];

    public IReadOnlyList<Bill> Bills { get; init; } = [];
}
