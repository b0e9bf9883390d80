using BuildingQuota.Data;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>
/// The months behind the energy quota of a building or an institution: of energy per area where that has a limit, else of its non-heating
/// and heating parts. Converted by the coefficient set that the quota is bound to, so that bars and line may be compared; without one in
/// STAT.
/// </summary>
public sealed class ShowEnergyMonths(QuotaDb db)
{
    private static readonly Indicator[] Whole = [Indicator.EnergyPerArea];
    private static readonly Indicator[] Parts = [Indicator.NonHeatingEnergyPerArea, Indicator.HeatingEnergyPerHeatedArea];

    public async Task<EnergyMonths> Run(SubjectKind kind, string code, int year, CancellationToken stop)
    {
        var limit = await LimitOf(kind, code, year, stop);
        var rows = await RowsOf(kind, code, year, limit, stop);
        var before = new List<IReadOnlyList<MonthRow>>();
        for (var back = 1; back <= new BudgetRules().HistoryYears; back++) before.Add(await RowsOf(kind, code, year - back, limit, stop));
        var months = EnergyMonths.Months(before[0]);
        var shape = SeasonalShape.OfYears(before.Select(rows => WholeOrNone(EnergyMonths.Months(rows), rows)).OfType<decimal[]>());
        return new EnergyMonths
        {
            Year = year, CoefficientSet = limit.Set, Rows = rows, LastYear = months, Judged = limit.Indicators, Limit = limit.Kgce,
                LimitYear = limit.Year,
            Budget = limit.Kgce is { } kgce ? MonthlyBudget.Spread(kgce, shape ?? SeasonalShape.OfDays(year)) : null,
        };
    }

    private sealed record Limits(IReadOnlyList<Indicator> Indicators, decimal? Kgce, string Set, int? Year);

    /// <summary>A year with days missing says nothing about the seasons.</summary>
    private static decimal[]? WholeOrNone(decimal?[] months, IReadOnlyList<MonthRow> rows) =>
        rows.Where(row => row.Charted).All(row => row.IsWhole) && months.All(month => month is not null) ? [.. months
            .Select(month => month!.Value)] : null;

    private async Task<Limits> LimitOf(SubjectKind kind, string code, int year, CancellationToken stop)
    {
        var limited = await db.YearVerdicts.AsNoTracking()
            .Where(v => v.IsCurrent && v.SubjectKind == kind && v.SubjectCode == code && v.Year <= year && v.Constraint != null
                && v.Denominator != null)
            .Where(v => Whole.Contains(v.Indicator) || Parts.Contains(v.Indicator)).ToListAsync(stop);
        if (limited.Count == 0) return new Limits([], null, ConversionTable.Stat, null);
        var newest = limited.Where(v => v.Year == limited.Max(other => other.Year)).ToList();
        var chosen = newest.Where(v => Whole.Contains(v.Indicator)).ToList() is { Count: > 0 } whole ? whole : newest;
        return new Limits(
            [.. chosen.Select(v => v.Indicator).Order()], chosen.Sum(v => v.Constraint!.Value * v.Denominator!.Value),
                chosen[0].CoefficientSet, chosen[0].Year);
    }

    private async Task<IReadOnlyList<MonthRow>> RowsOf(SubjectKind kind, string code, int year, Limits limit, CancellationToken stop)
    {
        var coefficients = await db.Coefficients.AsNoTracking().Where(c => c.SetCode == limit.Set).ToDictionaryAsync(c => c.Carrier,
            c => c.KgcePerUnit, stop);
        var definitions = limit.Indicators.Select(IndicatorDefinition.Of).ToList();
        var facts = await db.FactsOf(kind, code, year).Where(fact => fact.InPerArea).ToListAsync(stop);
        var rows = facts.GroupBy(fact => (fact.Month, fact.Carrier, fact.Purpose)).Select(same => new MonthRow(
            same.Key.Month, same.Key.Carrier, same.Key.Purpose, same.Sum(fact => fact.Quantity), same.First().Unit,
            same.Sum(fact => Rounding.HalfUp(fact.Quantity * coefficients.GetValueOrDefault(fact.Carrier), Rounding.QuantityDecimals)),
            same.Sum(fact => fact.CostCny), same.Min(fact => fact.CoveredDays), same.First().DaysInMonth)
        {
            Charted = definitions.Count == 0 || definitions.Exists(definition => definition.Includes(same.Key.Carrier, same.Key.Purpose)),
        });
        return [.. rows.OrderBy(row => row.Month).ThenBy(row => row.Carrier).ThenBy(row => row.Purpose)];
    }
}

/// <summary>The monthly facts of a subject.</summary>
internal static class SubjectFacts
{
    public static IQueryable<MonthlyFact> FactsOf(this QuotaDb db, SubjectKind kind, string code, int year)
    {
        var facts = db.MonthlyFacts.AsNoTracking().Where(fact => fact.Year == year);
        return kind switch
        {
            SubjectKind.Building => facts.Where(fact => fact.BuildingCode == code),
            SubjectKind.Institution => facts.Where(fact => fact.InstitutionCode == code),
            _ => facts.Where(fact => db.Institutions.Any(i => i.Code == fact.InstitutionCode && i.RegionPath.Contains(code + "/"))),
        };
    }
}
