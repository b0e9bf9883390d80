using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// A subject's part (0–1) in the remainder of each meter. Which meters count for an indicator follows from it: every member of a family
/// that feeds the indicator, main or sub, tenant and data centre included.
/// </summary>
public sealed class MeterShares(MeterFamilies families, IReadOnlyDictionary<string, decimal> shares)
{
    /// <summary>The meters that feed the subject, in order of their codes.</summary>
    public IEnumerable<MeterYear> Feeding => families.Meters.Where(meter => shares.ContainsKey(meter.Meter.Code))
        .OrderBy(meter => meter.Meter.Code, StringComparer.Ordinal);

    /// <summary>The subject's part of the meter's remainder over the year; by months it may differ, as areas and people do.</summary>
    public decimal ShareOf(Meter meter) => shares.GetValueOrDefault(meter.Code);

    /// <inheritdoc cref="MeterFamilies.TakenOut"/>
    public IReadOnlyList<decimal> TakenOut(Meter meter) => families.TakenOut(meter);

    /// <summary>The part of each family member in the numerator; <paramref name="weigh"/> gives the measure per own unit of a carrier.</summary>
    public IReadOnlyList<CountingMeter> Counting(IndicatorDefinition definition, Func<Carrier, decimal> weigh)
    {
        decimal Part(Meter meter) => Takes(definition, meter) ? shares.GetValueOrDefault(meter.Code) * weigh(meter.Carrier) : 0;

        return
        [
            .. Feeding.Where(meter => Part(meter.Meter) != 0)
                .SelectMany(families.FamilyOf).DistinctBy(meter => meter.Meter.Code)
                .Where(meter => meter.ActiveDays > 0)
                .Select(meter => new CountingMeter(meter, Part(meter.Meter) - (families.ParentOf(meter.Meter) is { } up ? Part(up.Meter) : 0))),
        ];
    }

    private static bool Takes(IndicatorDefinition definition, Meter meter) =>
        definition.Includes(meter.Carrier, meter.Purpose);
}

/// <summary>Where each meter's remainder goes in one year: to which institutions and buildings, in which parts.</summary>
public sealed class MeterPlaces
{
    private readonly Dictionary<Subject, Dictionary<string, decimal>> _shares = [];
    private readonly MeterFamilies _families;

    public MeterPlaces(MeterFamilies families, AllocationWeights weights, int year)
    {
        _families = families;
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

    public MeterShares Of(Subject subject) => new(_families, _shares.GetValueOrDefault(subject) ?? []);

    private void Add(Subject subject, MeterYear meter, decimal share)
    {
        if (!_shares.TryGetValue(subject, out var meters)) _shares[subject] = meters = [];
        meters[meter.Meter.Code] = meters.GetValueOrDefault(meter.Meter.Code) + share;
    }
}
