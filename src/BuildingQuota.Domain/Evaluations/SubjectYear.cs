using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>One institution or building in one year: its use, its meters and its denominators, ready to be judged by each indicator.</summary>
public sealed record SubjectYear(Institution Institution, Subject Subject, string Name, int Year)
{
    /// <summary>In order of building, carrier and purpose.</summary>
    public required IReadOnlyList<YearUse> Uses { get; init; }

    /// <summary>Meters that feed the subject, each with the subject's part of its remainder (0–1), and the families these belong to.</summary>
    public required MeterShares Meters { get; init; }

    public required Denominators Denominators { get; init; }

    /// <summary>The monthly rows of all its uses, in their order.</summary>
    public IEnumerable<MonthlyUse> Rows => Uses.SelectMany(use => use.Rows);

    /// <summary>Null when no meter of the subject counts for the indicator, or there is nothing to divide by: then there is nothing to say.</summary>
    public Verdict? Judge(IndicatorDefinition definition, ReferenceBook book, EvaluationRules rules, PlanHistory history)
    {
        var assessed = rules.Assess(definition);
        var denominator = Denominators.Of(definition.Denominator);
        if (denominator.Days <= 0) return null;
        var quota = book.Quotas.Resolve(Institution, definition.Indicator, Denominators.HeatingType, Year);
        var set = quota.Standard?.CoefficientSet ?? ConversionTable.Stat;
        var counting = Meters.Counting(assessed, carrier => Weight(definition.Measure, set, carrier, book));
        if (counting.Count == 0) return null;

        var sums = Add(assessed, set, book.Conversions);
        var stat = Add(definition, ConversionTable.Stat, book.Conversions).Amount;
        return new Verdict(Subject, Name, Year, assessed)
        {
            Numerator = sums.Amount,
            StatNumerator = stat,
            PhysicalAmount = Add(definition.Physical, ConversionTable.Stat, book.Conversions).Amount,
            Bounds = BoundsOf(sums.Amount, counting, rules),
            StatBounds = BoundsOf(stat, InStat(definition, book), rules),
            Rules = rules,
            Denominator = denominator,
            Quota = quota,
            CoefficientSet = set,
            PartialYear = Denominators.PartialYear,
            EstimatedShare = sums.EstimatedShare,
            Counting = counting,
            Plan = PlanOutcomes.Find(new PlanQuestion(Institution.RegionPath, Subject, definition.Indicator, Year), book.Plans, rules, history),
        };
    }

    /// <summary>The numerator of an indicator by carrier, the institution's own use apart from that of others in its building.</summary>
    public IEnumerable<NumeratorLine> Lines(IndicatorDefinition definition, string set, ReferenceBook book) => Uses
        .Where(use => definition.Includes(use.Carrier, use.Purpose))
        .GroupBy(use => (use.Carrier, IsOfOthers: use.InstitutionCode != Institution.Code)).OrderBy(same => same.Key)
        .Select(same => new NumeratorLine(
            same.Key.Carrier, same.Sum(use => use.Quantity), Weight(definition.Measure, set, same.Key.Carrier, book),
            same.Sum(use => use.Amount(definition.Measure, set, book.Conversions))) { IsOfOthers = same.Key.IsOfOthers });

    private static Bounds? BoundsOf(decimal billed, IReadOnlyList<CountingMeter> counting, EvaluationRules rules) =>
        counting.All(meter => meter.Meter.Covers(rules.Coverage)) ? null : CountingMeter.Around(billed, counting);

    private IReadOnlyList<CountingMeter> InStat(IndicatorDefinition definition, ReferenceBook book) =>
        Meters.Counting(definition, carrier => Weight(definition.Measure, ConversionTable.Stat, carrier, book));

    private decimal Weight(Measure measure, string set, Carrier carrier, ReferenceBook book) => measure switch
    {
        Measure.Kgce => book.Conversions.Kgce(set, carrier),
        Measure.KgCo2 => book.Conversions.KgCo2(book.FactorSet, carrier, Institution.RegionPath),
        _ => 1,
    };

    /// <summary>What the indicator includes, added up. The estimated share is weighted by kgce, or by m³ for water.</summary>
    private (decimal Amount, decimal EstimatedShare) Add(IndicatorDefinition definition, string set, ConversionTable conversions)
    {
        decimal amount = 0, size = 0, estimated = 0;
        foreach (var use in Uses)
        {
            if (!definition.Includes(use.Carrier, use.Purpose)) continue;
            amount += use.Amount(definition.Measure, set, conversions);
            var isWater = definition.Measure == Measure.WaterM3;
            size += isWater ? use.Quantity : use.Kgce;
            estimated += isWater ? use.EstimatedQuantity : use.EstimatedKgce;
        }

        return (amount, size == 0 ? 0 : Math.Clamp(estimated / size, 0, 1));
    }
}
