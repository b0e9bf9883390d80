using BuildingQuota.Data;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Budgets;

/// <summary>What a closed year's verdict says to the open year.</summary>
internal sealed record ClosedYear(int Year, bool IsWhole, decimal? StatNumerator);

/// <summary>What is recorded of a batch of institutions, as the open year needs it: of bills only what was made of them.</summary>
internal sealed record BudgetRecords(CommunityRecords Places, ILookup<string, MonthlyFact> Facts)
{
    /// <summary>Billed days of main meters and of their sub-meters, by meter.</summary>
    public required ILookup<string, DateSpan> FamilyBills { get; init; }

    public required ILookup<(SubjectKind Kind, string Code, Indicator Indicator), ClosedYear> Closed { get; init; }

    /// <summary>What the statistics say was used; null where bills are missing.</summary>
    public decimal? StatNumerator(Subject subject, Indicator indicator, int year) =>
        Closed[(subject.Kind, subject.Code, indicator)].FirstOrDefault(row => row.Year == year)?.StatNumerator;

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
            .Select(v => new
            {
                v.SubjectKind, v.SubjectCode, v.Indicator, v.Year, v.Sufficiency, v.PartialYear, v.StatNumerator, v.StatNumeratorLow,
            })
            .ToListAsync(stop);
        var places = await new CommunityReader(db, withBills: false).Read(institutions, stop);
        return new BudgetRecords(places, facts.ToLookup(fact => fact.InstitutionCode))
        {
            FamilyBills = await FamilyBills(places, stop),
            Closed = verdicts.ToLookup(
                v => (v.SubjectKind, v.SubjectCode, v.Indicator),
                v => new ClosedYear(v.Year, v is { Sufficiency: Sufficiency.Sufficient, PartialYear: false },
                    v.StatNumeratorLow is null ? v.StatNumerator : null)),
        };
    }

        private async Task<ILookup<string, DateSpan>> FamilyBills(CommunityRecords places, CancellationToken stop)
    {
        var members = places.Meters.Where(meter => meter.ParentCode is not null)
            .SelectMany(meter => new[] { meter.Code, meter.ParentCode! }).Distinct().ToArray();
        var days = await db.Bills.AsNoTracking().Where(bill => bill.State == BillState.Live && members.Contains(bill.MeterCode))
            .Select(bill => new { bill.MeterCode, bill.PeriodStart, bill.PeriodEnd }).ToListAsync(stop);
        return days.ToLookup(bill => bill.MeterCode, bill => new DateSpan(bill.PeriodStart, bill.PeriodEnd));
    }
}
