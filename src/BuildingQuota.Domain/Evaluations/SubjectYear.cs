using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>One institution or building in one year: its rows, its meters and its denominators, ready to be judged by each indicator.</summary>
public sealed record SubjectYear(Institution Institution, Subject Subject, string Name, int Year)
{
    public required IReadOnlyList<MonthlyUse> Rows { get; init; }

    /// <summary>Meters that feed the subject, each with the subject's part of its remainder (0–1), and the families these belong to.</summary>
    public required MeterShares Meters { get; init; }

    public required Denominators Denominators { get; init; }

    /// <summary>Null when no meter of the subject counts for the indicator, or there is nothing to divide by: then there is nothing to say.</summary>
    public Verdict? Judge(IndicatorDefinition definition, ReferenceBook book, EvaluationRules rules, PlanHistory history)
    {
        var quota = book.Quotas.Resolve(Institution, definition.Indicator, Denominators.HeatingType, Year);
        var set = quota.Standard?.CoefficientSet ?? ConversionTable.Stat;
        var counting = Meters.Counting(definition, carrier => Weight(definition.Measure, set, carrier, book));
        var denominator = Denominators.Of(definition.Denominator);
        if (counting.Count == 0 || denominator.Days <= 0) return null;

        var rows = Rows.Where(row => definition.Includes(row.Key.Carrier, row.Key.Purpose)).ToArray();
        var numerator = rows.Sum(row => Amount(row, definition.Measure, set, book));
        var stat = rows.Sum(row => Amount(row, definition.Measure, ConversionTable.Stat, book));
        var sufficient = counting.All(meter => meter.Meter.Covers(rules.Coverage));
        var verdict = new Verdict(Subject, Name, Year, definition)
        {
            Numerator = numerator,
            StatNumerator = stat,
            Bounds = sufficient ? null : CountingMeter.Around(numerator, counting),
            StatBounds = sufficient ? null : CountingMeter.Around(stat, InStat(definition, book)),
            Denominator = denominator,
            Quota = quota,
            CoefficientSet = set,
            PartialYear = Denominators.PartialYear,
            EstimatedShare = EstimatedShare(definition.Measure, rows),
        };
        var question = new PlanQuestion(Institution.RegionPath, Subject, definition.Indicator, Year);
        return verdict with { Plan = PlanOutcomes.Find(question, book.Plans, history) };
    }

    private IReadOnlyList<CountingMeter> InStat(IndicatorDefinition definition, ReferenceBook book) =>
        Meters.Counting(definition, carrier => Weight(definition.Measure, ConversionTable.Stat, carrier, book));

    private decimal Weight(Measure measure, string set, Carrier carrier, ReferenceBook book) => measure switch
    {
        Measure.Kgce => book.Conversions.Kgce(set, carrier),
        Measure.KgCo2 => book.Conversions.KgCo2(book.FactorSet, carrier, Institution.RegionPath),
        _ => 1,
    };

    private static decimal Amount(MonthlyUse row, Measure measure, string set, ReferenceBook book) => measure switch
    {
        Measure.Kgce => row.KgceIn(set, book.Conversions),
        Measure.KgCo2 => row.KgCo2,
        _ => row.Quantity,
    };

    /// <summary>Weighted by kgce, or by m³ for water.</summary>
    private static decimal EstimatedShare(Measure measure, IReadOnlyList<MonthlyUse> rows)
    {
        decimal Size(MonthlyUse row) => measure == Measure.WaterM3 ? row.Quantity : row.Kgce;
        var whole = rows.Sum(Size);
        return whole == 0 ? 0 : Math.Clamp(rows.Sum(row => row.EstimatedShare * Size(row)) / whole, 0, 1);
    }
}
