using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>m²-days, person-days or bed-days of a year, segment by segment (docs/rules/denominators.md; domain §9.3).</summary>
public sealed record Denominator(int YearDays, IReadOnlyList<Segment> Segments)
{
    /// <summary>One that is known by its average alone, as a verdict keeps it.</summary>
    public static Denominator OfAverage(int year, decimal average) =>
        new(DateSpan.OfYear(year).Days, [new Segment("", "average", DateSpan.OfYear(year), average)]);

    public decimal Days { get; } = Segments.Sum(segment => segment.Days);

    /// <summary>The time-weighted average over the days of the year.</summary>
    public decimal Average => Days / YearDays;
}

/// <summary>Makes the denominators of one subject in one year.</summary>
public sealed class Denominators
{
    private readonly Community _community;
    private readonly Institution _institution;
    private readonly IReadOnlyList<Building> _buildings;
    private readonly bool _isWhole;
    private readonly Dictionary<DenominatorKind, Denominator> _made = [];

    public Denominators(Community community, Institution institution, Subject subject, int year)
    {
        (_community, _institution, Year) = (community, institution, DateSpan.OfYear(year));
        _isWhole = subject.Kind == SubjectKind.Building;
        _buildings = [.. community.Occupancies.UsedBy(institution.Code).Where(code => !_isWhole || code == subject.Code)
            .Select(code => community.Areas[code].Building)];
        Serving = new DateSpans(_buildings.SelectMany(DaysOf));
        PartialYear = _buildings.Count > 0 && Serving.DaysWithin(Year) < Year.Days;
        HeatingType = OnlyHeatingType();
    }

    public DateSpan Year { get; }

    /// <summary>Days on which the subject has a building in service.</summary>
    public DateSpans Serving { get; }

    /// <summary>Some day of the year is without a building in service; an institution without buildings serves all year.</summary>
    public bool PartialYear { get; }

    /// <summary>The one way the subject's buildings are heated; null when there are several or none.</summary>
    public HeatingType? HeatingType { get; }

    /// <summary>Made once, for all indicators that divide by it.</summary>
    public Denominator Of(DenominatorKind kind) =>
        _made.TryGetValue(kind, out var made) ? made : _made[kind] = new Denominator(Year.Days, SegmentsOf(kind));

    private IReadOnlyList<Segment> SegmentsOf(DenominatorKind kind) => kind switch
    {
        DenominatorKind.GrossArea => [.. _buildings.SelectMany(Gross)],
        DenominatorKind.RegularArea => [.. _buildings.SelectMany(Regular)],
        DenominatorKind.HeatedArea => [.. _buildings.SelectMany(Heated)],
        DenominatorKind.Persons => People(HeadcountBasis.Energy),
        DenominatorKind.WaterPersons => People(HeadcountBasis.Water),
        DenominatorKind.Beds => People(HeadcountBasis.Beds),
        DenominatorKind.One => [new Segment("", "one", Year, 1)],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such denominator."),
    };

    private HeatingType? OnlyHeatingType()
    {
        var types = _buildings.Where(b => b.HeatingType != Buildings.HeatingType.None && Heated(b).Sum(segment => segment.Days) > 0)
            .Select(b => b.HeatingType).Distinct().ToArray();
        return types.Length == 1 ? types[0] : null;
    }

    /// <summary>Gross area without what is let while a tenant's meter counts: area leaves only together with its energy.</summary>
    private IEnumerable<Segment> Gross(Building building)
    {
        var area = _community.Areas[building.Code];
        return (_isWhole ? area.Gross(Year) : _community.Occupancies.Gross(building.Code, _institution.Code, Year))
            .Concat(IsOwn(building) ? area.Let(Year, Metered(building, MeterPurpose.Tenant)) : []);
    }

    private IEnumerable<Segment> Regular(Building building)
    {
        var area = _community.Areas[building.Code];
        if (!IsOwn(building)) return Gross(building);
        return Gross(building)
            .Concat(area.DataCentre(Year, Metered(building, MeterPurpose.DataCentre)))
            .Concat(area.Canteen(Year, Metered(building, MeterPurpose.Canteen)));
    }

    private IEnumerable<Segment> Heated(Building building) => _isWhole
        ? _community.Areas[building.Code].Heated(Year)
        : _community.Occupancies.Heated(building.Code, _institution.Code, Year);

    /// <summary>Days on which the subject has the building or a part of it, in service.</summary>
    private IEnumerable<DateSpan> DaysOf(Building building) => _isWhole
        ? [building.InService.Intersect(Year)]
        : _community.Occupancies.Days(building.Code, _institution.Code, Year);

    /// <summary>Let, data centre and canteen area are the owner's rows.</summary>
    private bool IsOwn(Building building) => building.InstitutionCode == _institution.Code;

    /// <summary>Days on which a meter of the purpose counts for the building: at its own place, or where it is allocated.</summary>
    private DateSpans Metered(Building building, MeterPurpose purpose) => new(_community.MeteredAt[(building.Code, purpose)]
        .SelectMany(meter => _community.Weights.DaysAt(meter, building.Code, meter.Active.Intersect(Year))));

    private IReadOnlyList<Segment> People(HeadcountBasis basis)
    {
        var days = _buildings.Count > 0 ? Serving.Within(Year) : [Year];
        return [.. days.SelectMany(span => _community.People[_institution.Code].Segments(basis, span))];
    }
}
