using BuildingQuota.Data;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Budgets;

/// <summary>What a closed year's verdict says to the open year.</summary>
internal sealed record ClosedYear(int Year, bool IsWhole, decimal? PlanActual);

/// <summary>What is recorded of a batch of institutions, as the open year needs it: no bills, only what was made of them.</summary>
internal sealed record BudgetRecords(CommunityRecords Places, ILookup<string, MonthlyFact> Facts)
{
    public required ILookup<(SubjectKind Kind, string Code, Indicator Indicator), ClosedYear> Closed { get; init; }

    public decimal? PlanActual(Subject subject, Indicator indicator, int year) =>
        Closed[(subject.Kind, subject.Code, indicator)].FirstOrDefault(row => row.Year == year)?.PlanActual;

    /// <summary>Closed years of the subject whose bills were whole from the first day to the last.</summary>
    public IReadOnlySet<int> WholeYears(Subject subject, Indicator indicator) =>
        Closed[(subject.Kind, subject.Code, indicator)].Where(row => row.IsWhole).Select(row => row.Year).ToHashSet();
}

/// <summary>Reads a batch: one query a table.</summary>
internal sealed class BudgetReader(QuotaDb db, int year)
{
    public async Task<BudgetRecords> Read(string[] institutions, CancellationToken stop)
    {
        var facts = await db.MonthlyFacts.AsNoTracking()
            .Where(fact => institutions.Contains(fact.InstitutionCode) && fact.Year <= year).ToListAsync(stop);
        var verdicts = await db.YearVerdicts.AsNoTracking()
            .Where(v => v.IsCurrent && v.Year < year && v.InstitutionCode != null && institutions.Contains(v.InstitutionCode))
            .Select(v => new { v.SubjectKind, v.SubjectCode, v.Indicator, v.Year, v.Sufficiency, v.PartialYear, v.PlanActual })
            .ToListAsync(stop);
        return new BudgetRecords(await Places(institutions, stop), facts.ToLookup(fact => fact.InstitutionCode))
        {
            Closed = verdicts.ToLookup(
                v => (v.SubjectKind, v.SubjectCode, v.Indicator),
                v => new ClosedYear(v.Year, v is { Sufficiency: Sufficiency.Sufficient, PartialYear: false }, v.PlanActual)),
        };
    }

    private async Task<CommunityRecords> Places(string[] institutions, CancellationToken stop)
    {
        var owners = await db.Institutions.AsNoTracking().Where(i => institutions.Contains(i.Code)).OrderBy(i => i.Code).ToListAsync(stop);
        var buildings = await db.Buildings.AsNoTracking().Where(b => institutions.Contains(b.InstitutionCode)).ToListAsync(stop);
        var meters = await db.Meters.AsNoTracking()
            .Where(m => institutions.Contains(m.InstitutionCode)).OrderBy(m => m.Code).ToListAsync(stop);
        return new CommunityRecords(owners, buildings, meters)
        {
            FloorAreas = await db.FloorAreas.AsNoTracking()
                .Where(a => institutions.Contains(a.InstitutionCode) && a.SupersededById == null).ToListAsync(stop),
            Headcounts = await db.Headcounts.AsNoTracking()
                .Where(h => institutions.Contains(h.InstitutionCode) && h.SupersededById == null).ToListAsync(stop),
            Allocations = await db.Allocations.AsNoTracking()
                .Where(a => institutions.Contains(a.InstitutionCode)).OrderBy(a => a.Id).ToListAsync(stop),
        };
    }
}
