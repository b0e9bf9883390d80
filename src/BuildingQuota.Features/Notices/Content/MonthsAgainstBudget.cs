using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Notices.Content;

/// <summary>The months of a verdict's numerator, in the verdict's own set, beside the budget of its constraint value.</summary>
internal sealed class MonthsAgainstBudget(ConversionTable conversions)
{
    /// <summary>Facts are the institution's; <paramref name="lastYear"/> is null when last year's bills are not whole.</summary>
    public MonthsPart Of(YearVerdict verdict, IEnumerable<MonthlyFact> thisYear, IEnumerable<MonthlyFact>? lastYear)
    {
        var definition = IndicatorDefinition.Of(verdict.Indicator);
        var used = Months(definition, verdict.CoefficientSet, thisYear);
        var before = lastYear is null ? null : Months(definition, verdict.CoefficientSet, lastYear).Select(month => month ?? 0).ToArray();
        var budget = MonthlyBudget.Spread(Allowed(verdict, definition), verdict.Year, before);
        var basis = budget.Shape.Basis == ShapeBasis.Days ? BudgetBasis.Days : BudgetBasis.LastYearsMonths;
        return new MonthsPart(verdict.Indicator, definition.Measure.InUnit(), basis)
        {
            Used = verdict.Sufficiency == Sufficiency.Sufficient ? [.. used.Select(month => (decimal?)(month ?? 0))] : used,
            Budget = budget.Months,
            LastYear = basis == BudgetBasis.LastYearsMonths ? before : null,
        };
    }

    /// <summary>What the constraint value leaves the year: exact where the overrun is stated, else from the average shown.</summary>
    private static decimal Allowed(YearVerdict verdict, IndicatorDefinition definition)
    {
        if (verdict.OverrunAmount is { } over) return verdict.Numerator - over;
        var year = DateSpan.OfYear(verdict.Year);
        var all = new Segment("", "average", year, verdict.Denominator ?? 1);
        return Rounding.HalfUp(definition.Allowed(verdict.Constraint!.Value, new Denominator(year.Days, [all])), Rounding.QuantityDecimals);
    }

    private decimal?[] Months(IndicatorDefinition definition, string set, IEnumerable<MonthlyFact> facts)
    {
        var months = new decimal?[12];
        foreach (var fact in facts.Where(fact => definition.Includes(fact.Carrier, fact.Purpose)))
            months[fact.Month - 1] = (months[fact.Month - 1] ?? 0) + Amount(fact, definition.Measure, set);
        return months;
    }

    private decimal Amount(MonthlyFact fact, Measure measure, string set) => measure switch
    {
        Measure.Kgce when set == ConversionTable.Stat => fact.Kgce,
        Measure.Kgce => Rounding.HalfUp(fact.Quantity * conversions.Kgce(set, fact.Carrier), Rounding.QuantityDecimals),
        Measure.KgCo2 => fact.KgCo2,
        _ => fact.Quantity,
    };
}
