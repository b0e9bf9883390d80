using BuildingQuota.Data;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Metering;

/// <summary>A meter with the days of one year that live bills cover, of the days on which it was active.</summary>
public sealed record MeterRow(
    string Code, string? BuildingCode, string? ParentCode, Carrier Carrier, MeterPurpose Purpose, string Unit, DateOnly ActiveFrom,
        DateOnly? ActiveTo)
{
    public int ActiveDays { get; init; }

    public int CoveredDays { get; init; }

    public int MissingDays => ActiveDays - CoveredDays;

    /// <summary>0 to 1; null when the meter was not active that year.</summary>
    public decimal? Coverage => ActiveDays == 0 ? null : (decimal)CoveredDays / ActiveDays;
}

/// <summary>Somebody looks at the meters of an institution or a building, and at what their bills cover in a year.</summary>
public sealed class ListMeters(QuotaDb db)
{
    public Task<IReadOnlyList<MeterRow>> OfInstitution(string code, int year, CancellationToken stop) =>
        Rows(db.Meters.Where(meter => meter.InstitutionCode == code), year, stop);

    public Task<IReadOnlyList<MeterRow>> OfBuilding(string code, int year, CancellationToken stop)
    {
        var shared = db.Allocations.Where(allocation => allocation.BuildingCode == code).Select(allocation => allocation.MeterCode);
        return Rows(db.Meters.Where(meter => meter.BuildingCode == code || shared.Contains(meter.Code)), year, stop);
    }

    private async Task<IReadOnlyList<MeterRow>> Rows(IQueryable<Meter> chosen, int year, CancellationToken stop)
    {
        var span = DateSpan.OfYear(year);
        var meters = await chosen.AsNoTracking().OrderBy(meter => meter.Code).ToListAsync(stop);
        var codes = meters.Select(meter => meter.Code).ToList();
        var bills = await db.Bills.AsNoTracking()
            .Where(bill => codes.Contains(bill.MeterCode) && bill.State == BillState.Live && bill.PeriodStart < span.Until
                && bill.PeriodEnd > span.From)
            .Select(bill => new { bill.MeterCode, bill.PeriodStart, bill.PeriodEnd }).ToListAsync(stop);
        var covers = bills.ToLookup(bill => bill.MeterCode, bill => new DateSpan(bill.PeriodStart, bill.PeriodEnd));
        return [.. meters.Select(meter => Row(meter, meter.Active.Intersect(span), covers[meter.Code]))];
    }

    private static MeterRow Row(Meter meter, DateSpan active, IEnumerable<DateSpan> bills) =>
        new(meter.Code, meter.BuildingCode, meter.ParentCode, meter.Carrier, meter.Purpose, meter.Unit, meter.ActiveFrom, meter.ActiveTo)
        {
            ActiveDays = active.Days, CoveredDays = DaysIn(bills, active),
        };

    /// <summary>Each day once, however many bills cover it.</summary>
    private static int DaysIn(IEnumerable<DateSpan> bills, DateSpan active)
    {
        var (days, counted) = (0, active.From);
        foreach (var bill in bills.Select(bill => bill.Intersect(active)).Where(bill => !bill.IsEmpty).OrderBy(bill => bill.From))
        {
            var from = bill.From > counted ? bill.From : counted;
            days += new DateSpan(from, bill.Until).Days;
            if (bill.Until > counted) counted = bill.Until;
        }

        return days;
    }
}
