using BuildingQuota.Domain.Quantities;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Bills;

/// <summary>Reads the stored bills that rows of a file can meet: those of any state that touch the file's days.</summary>
internal static class StoredBills
{
    /// <summary>With so few meters the question names them; with more it is cheaper to read the days whole.</summary>
    private const int FewMeters = 200;

    public static async Task<List<Entry>> Load(ImportSession session, IReadOnlyList<Entry> entries)
    {
        if (entries.Count == 0) return [];
        var (from, until) = (entries.Min(entry => entry.Covers.From), entries.Max(entry => entry.Covers.Until));
        var meters = entries.Select(entry => entry.MeterCode).Distinct().ToList();
        var bills = session.Db.Bills.AsNoTracking().Where(bill => bill.PeriodStart < until && bill.PeriodEnd > from);
        if (meters.Count <= FewMeters) bills = bills.Where(bill => meters.Contains(bill.MeterCode));
        return await bills.Select(bill => new Entry
        {
            Id = bill.Id, MeterCode = bill.MeterCode, Covers = new DateSpan(bill.PeriodStart, bill.PeriodEnd), Quantity = bill.Quantity,
            Unit = bill.Unit, CostCny = bill.CostCny, ReadingType = bill.ReadingType, BillNumber = bill.BillNumber, Row = bill.RowNumber,
            ImportId = bill.ImportId, State = bill.State,
        }).ToListAsync(session.Stop);
    }
}
