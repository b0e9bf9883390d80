using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>
/// The months behind energy per area of a building or an institution. Converted by the coefficient set that the subject's quota is bound
/// to, so that bars and line may be compared; without a quota in STAT.
/// </summary>
public sealed class ShowEnergyMonths(QuotaDb db)
{
    public async Task<EnergyMonths> Run(SubjectKind kind, string code, int year, CancellationToken stop)
    {
        var limit = await LimitOf(kind, code, year, stop);
        var set = limit?.Set ?? "STAT";
        var rows = await RowsOf(kind, code, year, set, stop);
        var lastYear = await RowsOf(kind, code, year - 1, set, stop);
        var months = EnergyMonths.Months(lastYear);
        var (line, basis) = QuotaLine.Spread(limit?.Kgce, year, WholeOnly(months, lastYear));
        return new EnergyMonths
        {
            Year = year, CoefficientSet = set, Rows = rows, Total = EnergyMonths.Months(rows), LastYear = months,
            Limit = limit?.Kgce, LimitYear = limit?.Year, Line = line, Basis = basis,
        };
    }

    /// <summary>A month with days missing says nothing about the season.</summary>
    private static decimal?[] WholeOnly(decimal?[] months, IReadOnlyList<MonthRow> rows)
    {
        var partial = rows.Where(row => !row.IsWhole).Select(row => row.Month).ToHashSet();
        return [.. months.Select((amount, i) => partial.Contains(i + 1) ? null : amount)];
    }

    private async Task<(decimal Kgce, string Set, int Year)?> LimitOf(SubjectKind kind, string code, int year, CancellationToken stop)
    {
        var verdict = await db.YearVerdicts.AsNoTracking()
            .Where(v => v.IsCurrent && v.SubjectKind == kind && v.SubjectCode == code && v.Indicator == Indicator.EnergyPerArea && v.Year <= year)
            .Where(v => v.Constraint != null && v.Denominator != null)
            .OrderByDescending(v => v.Year).FirstOrDefaultAsync(stop);
        return verdict is null ? null : (verdict.Constraint!.Value * verdict.Denominator!.Value, verdict.CoefficientSet, verdict.Year);
    }

    private async Task<IReadOnlyList<MonthRow>> RowsOf(SubjectKind kind, string code, int year, string set, CancellationToken stop)
    {
        var coefficients = await db.Coefficients.AsNoTracking().Where(c => c.SetCode == set).ToDictionaryAsync(c => c.Carrier, c => c.KgcePerUnit, stop);
        var facts = await db.FactsOf(kind, code, year).Where(fact => fact.InPerArea).ToListAsync(stop);
        var rows = facts.GroupBy(fact => (fact.Month, fact.Carrier, fact.Purpose)).Select(same => new MonthRow(
            same.Key.Month, same.Key.Carrier, same.Key.Purpose, same.Sum(fact => fact.Quantity), same.First().Unit,
            same.Sum(fact => Rounding.HalfUp(fact.Quantity * coefficients.GetValueOrDefault(fact.Carrier), Rounding.QuantityDecimals)),
            same.Sum(fact => fact.CostCny), same.Min(fact => fact.CoveredDays), same.First().DaysInMonth));
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
