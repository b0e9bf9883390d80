using System.Globalization;
using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Quantities;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Metering;

/// <summary>A meter that should have had a bill by now. <c>RhythmDays</c> is the middle length of its bills.</summary>
public sealed record LateMeter(string MeterCode, string InstitutionCode, string RegionPath, DateOnly CoveredUntil, int RhythmDays);

/// <summary>
/// Which active meters have no bill for longer than their own rhythm and 45 days? What is found goes into the audit trail, a line for each
/// institution with the list of its meters. A meter that never had a bill is expected to have one every month.
/// </summary>
public sealed class FindLateBills(QuotaDbFactory databases, TimeProvider clock)
{
    public const int GraceDays = 45;
    public const string Action = "bills.late";
    private const int MonthlyRhythm = 31;
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    public async Task<IReadOnlyList<LateMeter>> Run(CancellationToken stop)
    {
        await using var db = databases.Create(AccessScope.Everything);
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.ToOffset(ChinaOffset).DateTime);
        var late = await Find(db, today, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var institution in late.GroupBy(meter => (meter.InstitutionCode, meter.RegionPath)))
            await AuditTrail.Append(db, Finding(institution.Key, [.. institution]), now, stop);
        await transaction.CommitAsync(stop);
        return late;
    }

    private static async Task<List<LateMeter>> Find(QuotaDb db, DateOnly today, CancellationToken stop)
    {
        var spans = (await db.Bills.AsNoTracking().Where(bill => bill.State == BillState.Live)
            .Select(bill => new { bill.MeterCode, bill.PeriodStart, bill.PeriodEnd }).ToListAsync(stop))
            .ToLookup(bill => bill.MeterCode, bill => new DateSpan(bill.PeriodStart, bill.PeriodEnd));
        var active = from meter in db.Meters.AsNoTracking()
                     join institution in db.Institutions on meter.InstitutionCode equals institution.Code
                     where meter.ActiveFrom <= today && (meter.ActiveTo == null || meter.ActiveTo > today)
                     orderby meter.Code
                     select new { meter.Code, meter.ActiveFrom, meter.InstitutionCode, institution.RegionPath };
        var meters = from meter in await active.ToListAsync(stop)
                     let bills = spans[meter.Code].ToList()
                     let until = bills.Count == 0 ? meter.ActiveFrom : bills.Max(bill => bill.Until)
                     select new LateMeter(meter.Code, meter.InstitutionCode, meter.RegionPath, until, RhythmOf(bills));
        return [.. meters.Where(meter => meter.CoveredUntil.AddDays(meter.RhythmDays + GraceDays) < today)];
    }

    /// <summary>The middle length, so that one long true-up does not stretch it.</summary>
    private static int RhythmOf(List<DateSpan> bills) =>
        bills.Count == 0 ? MonthlyRhythm : bills.Select(bill => bill.Days).Order().ElementAt(bills.Count / 2);

    private static AuditEntry Finding((string Code, string RegionPath) institution, List<LateMeter> meters) => new(
        "system", Action, institution.Code, string.Join(", ", meters.Select(Say)), $"{institution.RegionPath}#{institution.Code}/");

    private static string Say(LateMeter meter) =>
        string.Create(CultureInfo.InvariantCulture, $"{meter.MeterCode} since {meter.CoveredUntil:yyyy-MM-dd}");
}
