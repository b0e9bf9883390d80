using BuildingQuota.Data;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Features.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Metering;

/// <summary>Days of this and last year that no live bill of a meter covers: one row a gap.</summary>
public sealed record MissingBillRow(string MeterCode, string InstitutionCode, string? BuildingCode, Carrier Carrier, DateOnly From,
    DateOnly Until)
{
    public int Days => new DateSpan(From, Until).Days;
}

/// <summary>What an institution still has to upload: gaps up to the end of the month before last, later bills may still be on their
/// way.</summary>
public sealed class FindMissingBills(QuotaDb db, JudgedYears years)
{
    public async Task<IReadOnlyList<MissingBillRow>> Run(string? institutionCode, CancellationToken stop)
    {
        var thisMonth = new DateOnly(years.Today.Year, years.Today.Month, 1);
        var window = new DateSpan(new DateOnly(years.ThisYear - 1, 1, 1), thisMonth.AddMonths(-1));
        var meters = await db.Meters.AsNoTracking().Where(m => institutionCode == null || m.InstitutionCode == institutionCode)
            .OrderBy(m => m.Code).ToListAsync(stop);
        var bills = await db.Bills.AsNoTracking()
            .Where(b => (institutionCode == null || b.InstitutionCode == institutionCode) && b.State == BillState.Live
                && b.PeriodEnd > window.From)
            .OrderBy(b => b.PeriodStart).Select(b => new { b.MeterCode, b.PeriodStart, b.PeriodEnd }).ToListAsync(stop);
        var covers = bills.ToLookup(b => b.MeterCode, b => new DateSpan(b.PeriodStart, b.PeriodEnd));
        return [.. meters.SelectMany(meter => Gaps(meter, meter.Active.Intersect(window), covers[meter.Code]))];
    }

    private static IEnumerable<MissingBillRow> Gaps(Meter meter, DateSpan expected, IEnumerable<DateSpan> bills)
    {
        var next = expected.From;
        foreach (var bill in bills)
        {
            var covered = bill.Intersect(expected);
            if (covered.IsEmpty) continue;
            if (covered.From > next) yield return Gap(meter, next, covered.From);
            if (covered.Until > next) next = covered.Until;
        }

        if (next < expected.Until) yield return Gap(meter, next, expected.Until);
    }

    private static MissingBillRow Gap(Meter meter, DateOnly from, DateOnly until) =>
        new(meter.Code, meter.InstitutionCode, meter.BuildingCode, meter.Carrier, from, until);
}
