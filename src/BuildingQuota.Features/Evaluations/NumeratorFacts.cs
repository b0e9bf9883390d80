using BuildingQuota.Data;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>The monthly facts of today that make up a verdict's numerator, each with its amount in the numerator's unit.</summary>
internal sealed record NumeratorFacts(
    IndicatorDefinition Definition, IReadOnlyDictionary<Carrier, decimal> PerUnit, IReadOnlyList<(MonthlyFact Fact, decimal Amount)> Rows)
{
    public static async Task<NumeratorFacts> Of(YearVerdict verdict, QuotaDb db, CancellationToken stop)
    {
        var rules = await db.RuleSets.AsNoTracking().FirstOrDefaultAsync(set => set.Code == verdict.RuleSet, stop);
        var definition = (rules?.Rules ?? new EvaluationRules()).Assess(IndicatorDefinition.Of(verdict.Indicator));
        var perUnit = await PerUnitOf(verdict, definition.Measure, db, stop);
        var facts = await db.FactsOf(verdict.SubjectKind, verdict.SubjectCode, verdict.Year).ToListAsync(stop);
        return new NumeratorFacts(definition, perUnit, [.. facts.Where(fact => definition.Includes(fact.Carrier, fact.Purpose))
            .Select(fact => (fact, AmountOf(fact, definition.Measure, perUnit[fact.Carrier])))]);
    }

    private static decimal AmountOf(MonthlyFact fact, Measure measure, decimal perUnit) => measure switch
    {
        Measure.Kgce => Rounding.HalfUp(fact.Quantity * perUnit, Rounding.QuantityDecimals),
        Measure.KgCo2 => fact.KgCo2,
        _ => fact.Quantity,
    };

    /// <summary>Of every carrier, so that two years can be compared in each other's.</summary>
    private static async Task<Dictionary<Carrier, decimal>> PerUnitOf(
        YearVerdict verdict, Measure measure, QuotaDb db, CancellationToken stop)
    {
        var carriers = Enum.GetValues<Carrier>();
        if (measure == Measure.Kgce)
        {
            var kgce = await db.Coefficients.AsNoTracking().Where(c => c.SetCode == verdict.CoefficientSet)
                .ToDictionaryAsync(c => c.Carrier, c => c.KgcePerUnit, stop);
            return carriers.ToDictionary(carrier => carrier, carrier => kgce.GetValueOrDefault(carrier));
        }

        if (measure != Measure.KgCo2) return carriers.ToDictionary(carrier => carrier, _ => 1m);
        var factors = await db.EmissionFactors.AsNoTracking().Where(f => f.SetCode == verdict.FactorSet).OrderBy(f => f.Year).ToListAsync(stop);
        var table = new ConversionTable([], [], factors);
        var path = await db.Institutions.Where(i => i.Code == verdict.InstitutionCode).Select(i => i.RegionPath).FirstOrDefaultAsync(stop);
        return carriers.ToDictionary(carrier => carrier, carrier => table.KgCo2(verdict.FactorSet, carrier, path ?? ""));
    }
}
