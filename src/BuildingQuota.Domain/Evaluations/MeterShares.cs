using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>A meter that feeds a subject, and the subject's part (0–1) in its remainder.</summary>
public readonly record struct MeterShare(MeterYear Meter, decimal Part);

/// <summary>
/// The meters that feed a subject. Which meters count for an indicator follows from them: every member of a family that feeds the
/// indicator, main or sub, tenant and data centre included.
/// </summary>
public sealed class MeterShares(MeterFamilies families, IReadOnlyList<MeterShare> feeding, Func<MeterYear, MeterYear, decimal> onMissingDays)
{
    private readonly List<Member[]> _families = Group(families, feeding);

    /// <summary>The meters that feed the subject, in order of their codes.</summary>
    public IEnumerable<MeterYear> Feeding => feeding.Select(share => share.Meter);

    /// <summary>The subject's part of the meter's remainder over the year; by months it may differ, as areas and people do.</summary>
    public decimal ShareOf(Meter meter) => feeding.FirstOrDefault(share => share.Meter.Meter.Code == meter.Code).Part;

    /// <inheritdoc cref="MeterFamilies.TakenOut"/>
    public IReadOnlyList<decimal> TakenOut(Meter meter) => families.TakenOut(meter);

    /// <summary>The part of each family member in the numerator; <paramref name="weigh"/> gives the measure per own unit of a carrier.</summary>
    public IReadOnlyList<CountingMeter> Counting(IndicatorDefinition definition, Func<Carrier, decimal> weigh)
    {
        decimal Part(Meter meter, decimal share) =>
            share != 0 && definition.Includes(meter.Carrier, meter.Purpose) ? share * weigh(meter.Carrier) : 0;

        var counting = new List<CountingMeter>(_families.Count);
        foreach (var family in _families)
        {
            if (!Array.Exists(family, member => Part(member.Meter.Meter, member.Part) != 0)) continue;
            foreach (var (meter, part, main) in family)
            {
                if (meter.ActiveDays == 0) continue;
                var less = main is { } up ? Part(up.Meter.Meter, Missing(up.Meter, up.Part, meter)) : 0;
                counting.Add(new CountingMeter(meter, Part(meter.Meter, Missing(meter, part, meter)) - less));
            }
        }

        return counting;
    }

    /// <summary>Of the year, unless days are missing: then of those days, for that is when the use would have come.</summary>
    private decimal Missing(MeterYear meter, decimal part, MeterYear of) => of.MissingDays == 0 ? part : onMissingDays(meter, of);

    /// <summary>A family member with the subject's part in it, and the meter above it with the part in that.</summary>
    private sealed record Member(MeterYear Meter, decimal Part, MeterShare? Main);

    private static List<Member[]> Group(MeterFamilies families, IReadOnlyList<MeterShare> feeding)
    {
        decimal PartOf(MeterYear meter) => feeding.FirstOrDefault(share => share.Meter == meter).Part;

        var groups = new List<Member[]>(feeding.Count);
        var roots = new HashSet<MeterYear>();
        foreach (var (meter, part) in feeding)
        {
            if (!roots.Add(families.RootOf(meter))) continue;
            groups.Add(families.IsAlone(meter) ? [new Member(meter, part, null)] :
            [
                .. families.FamilyOf(meter).Select(member => new Member(
                    member, PartOf(member), families.ParentOf(member.Meter) is { } main ? new MeterShare(main, PartOf(main)) : null)),
            ]);
        }

        return groups;
    }
}

/// <summary>Where each meter's remainder goes in one year: to which institutions and buildings, in which parts.</summary>
public sealed class MeterPlaces
{
    private readonly Dictionary<Subject, List<MeterShare>> _shares = [];
    private readonly Dictionary<(MeterYear Meter, MeterYear Of), Dictionary<Subject, decimal>> _onMissingDays = [];
    private readonly MeterFamilies _families;
    private readonly AllocationWeights _weights;

    public MeterPlaces(MeterFamilies families, AllocationWeights weights, int year)
    {
        (_families, _weights) = (families, weights);
        foreach (var meter in families.Meters)
        {
            var parts = weights.Of(meter.Meter, DateSpan.OfYear(year));
            var whole = parts.Sum(part => part.Weight);
            foreach (var part in parts)
            {
                Add(new Subject(SubjectKind.Institution, part.InstitutionCode), meter, part.Weight / whole);
                if (part.BuildingCode is { } building) Add(new Subject(SubjectKind.Building, building), meter, part.Weight / whole);
            }
        }
    }

    public MeterShares Of(Subject subject)
    {
        var feeding = _shares.GetValueOrDefault(subject) ?? [];
        return new(_families, feeding, (meter, of) => _weights.StaysWhole(meter.Meter)
            ? feeding.FirstOrDefault(share => share.Meter == meter).Part
            : OnMissingDays(meter, of).GetValueOrDefault(subject) / of.MissingDays);
    }

    /// <summary>Parts in a meter by the allocations of the days on which a meter of its family has no bill, added up over these days.</summary>
    private Dictionary<Subject, decimal> OnMissingDays(MeterYear meter, MeterYear of)
    {
        if (_onMissingDays.TryGetValue((meter, of), out var known)) return known;
        var parts = _onMissingDays[(meter, of)] = [];
        foreach (var day in of.Missing)
        {
            var places = _weights.Of(meter.Meter, new DateSpan(day, day.AddDays(1)));
            var whole = places.Sum(place => place.Weight);
            foreach (var place in places)
            {
                Add(new Subject(SubjectKind.Institution, place.InstitutionCode), place.Weight / whole);
                if (place.BuildingCode is { } building) Add(new Subject(SubjectKind.Building, building), place.Weight / whole);
            }
        }

        return parts;

        void Add(Subject subject, decimal part) => parts[subject] = parts.GetValueOrDefault(subject) + part;
    }

    /// <summary>The parts that several buildings have in a meter are one part of their institution.</summary>
    private void Add(Subject subject, MeterYear meter, decimal part)
    {
        if (!_shares.TryGetValue(subject, out var shares)) _shares[subject] = shares = [];
        if (shares.Count > 0 && shares[^1].Meter == meter) shares[^1] = new MeterShare(meter, shares[^1].Part + part);
        else shares.Add(new MeterShare(meter, part));
    }
}
