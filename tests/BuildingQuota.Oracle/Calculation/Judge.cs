using BuildingQuota.Oracle.Exact;
using BuildingQuota.Oracle.Reading;

namespace BuildingQuota.Oracle.Calculation;

/// <summary>One subject, year and indicator: added up, divided, compared with its quota.</summary>
public sealed class Judge(Reference reference, RegionTree tree, QuotaClass quotas, Divisors divisors, Bounds bounds, YearUse use)
{
    /// <summary>Nothing when no meter counts or there is nothing to divide by.</summary>
    public (Verdict Verdict, Sum Statistics)? Of(Subject subject, IndicatorRule rule)
    {
        var quota = quotas.Of(subject, rule.Name, use.Year);
        if (divisors.Of(subject, rule.Divisor).Sign <= 0) return null;
        if (Add(subject, rule, quota is null ? "STAT" : reference.SetOf[quota.Standard]) is not { } sum) return null;
        var over = quota is not null && sum.Exact > quota.Constraint;
        var verdict = new Verdict(subject.Kind, subject.Code, use.Year.Number, rule.Name)
        {
            Actual = sum.Exact?.Round(4),
            Numerator = sum.Numerator,
            Denominator = sum.Divisor.Round(4),
            TierName = TierOf(sum, quota),
            OverrunAmount = over ? (Fraction.Of(sum.Numerator) - sum.Whole(quota!.Constraint)).Round(6) : null,
            OverrunPercent = over ? (((sum.Exact!.Value / quota!.Constraint) - 1m) * 100m).Round(4) : null,
            Sufficiency = SufficiencyOf(sum, quota),
            LowerBound = sum.IsSufficient ? null : sum.Low.Round(4),
            UpperBound = sum.IsSufficient ? null : sum.High?.Round(4),
            EstimatedShare = sum.Estimated.Round(4),
            PartialYear = divisors.IsPartial(subject),
        };
        return (verdict, Add(subject, rule, "STAT")!);
    }

    private static string SufficiencyOf(Sum sum, Quota? quota) =>
        sum.IsSufficient ? "Sufficient"
        : quota is not null && sum.Low > quota.Constraint ? "OverWhateverIsMissing"
        : quota is not null && sum.High <= quota.Constraint ? "WithinWhateverIsMissing"
        : "Undetermined";

    /// <summary>When bills are missing, the tier on which both bounds agree.</summary>
    private static string? TierOf(Sum sum, Quota? quota)
    {
        if (quota is null) return "NoQuota";
        if (sum.Exact is { } actual) return TierAt(actual, quota);
        var least = TierAt(sum.Low, quota);
        return least == "OverConstraint" || (sum.High is { } high && TierAt(high, quota) == least) ? least : null;
    }

    /// <summary>A value on a limit has not crossed it.</summary>
    private static string TierAt(Fraction value, Quota quota) =>
        value > quota.Constraint ? "OverConstraint"
        : quota.Baseline is { } baseline && value > baseline ? "WithinConstraint"
        : quota.Baseline is null && value > quota.Guiding ? "WithinConstraint"
        : value >= quota.Guiding ? "WithinBaseline"
        : "BetterThanGuiding";

    private Sum? Add(Subject subject, IndicatorRule rule, string set)
    {
        var upwards = tree.Upwards(subject.Institution.Region);
        Fraction Worth(MeterYear meter) => WorthOf(rule.Measure, set, meter.Meter.Carrier, upwards);
        bool Enters(MeterYear meter) => rule.Enters(Imagined(meter)) && Worth(meter).Sign > 0;
        if (!bounds.Counts(subject, Enters)) return null;
        var facts = use.Facts[subject.Institution.Code].Where(fact => subject.Has(fact.Institution, fact.Building) && rule.Enters(fact)).ToList();
        var (less, more) = bounds.Missing(subject, Enters, Worth);
        return new(facts.Sum(fact => Value(fact, rule.Measure, set)), divisors.Of(subject, rule.Divisor),
            rule.Divisor == Divisor.Beds ? Fraction.Of(1000) / use.Year.Days.Count : Fraction.Of(1),
            bounds.IsSufficient(subject, Enters), less, more, EstimatedShare(facts));
    }

    /// <summary>Of the rows as they are shown, weighted by their kgce, or m³ for water.</summary>
    private static Fraction EstimatedShare(List<Fact> facts)
    {
        static decimal Weight(Fact fact) => fact.Carrier == "water" ? fact.Quantity : fact.Kgce;
        var all = facts.Sum(Weight);
        if (all == 0) return Fraction.Zero;
        var share = facts.Aggregate(Fraction.Zero, (sum, fact) => sum + (Fraction.Of(fact.EstimatedShare) * Weight(fact))) / all;
        return share < Fraction.Zero ? Fraction.Zero : share > Fraction.Of(1) ? Fraction.Of(1) : share;
    }

    private static Fact Imagined(MeterYear meter) => new(meter.Meter.Institution, null, meter.Meter.Carrier, meter.Meter.Purpose, 0, 0);

    private Fraction WorthOf(Measure measure, string set, string carrier, IReadOnlyList<string> upwards) => measure switch
    {
        Measure.Kgce => reference.Coefficient(set, carrier),
        Measure.KgCo2 => reference.Factor(carrier, upwards),
        _ => 1m,
    };

    private decimal Value(Fact fact, Measure measure, string set) => measure switch
    {
        Measure.Kgce => Kgce(fact, set),
        Measure.KgCo2 => fact.KgCo2,
        _ => fact.Quantity,
    };

    private decimal Kgce(Fact fact, string set) => (Fraction.Of(fact.Quantity) * reference.Coefficient(set, fact.Carrier)).Round(6);
}

