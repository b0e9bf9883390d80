using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Bills;

/// <summary>Writes the accepted bills of a file, and on the stored ones that they end which bill ended them.</summary>
internal static class BillWriting
{
    public static async Task Write(ImportSession session, IReadOnlyList<(Entry Bill, Meter Meter)> accepted, IReadOnlyList<Entry> stored)
    {
        var id = await session.TakeIds<Bill>(accepted.Count);
        foreach (var (bill, _) in accepted) bill.Id = id++;
        await session.Insert(accepted.Select(entry => EntityOf(session, entry.Bill, entry.Meter)).ToList());
        await WriteYears(session, accepted.Select(entry => entry.Bill.Covers));
        var ended = stored.Where(bill => bill.EndedBy is not null).ToList();
        if (ended.Count == 0) return;
        await session.Db.BulkSet<Bill, long, BillState>(bill => bill.State, ended.Select(bill => (bill.Id, bill.State)), session.Stop);
        await session.Db.BulkSet<Bill, long, long?>(bill => bill.EndedById, ended.Select(bill => (bill.Id, (long?)bill.EndedBy!.Id)),
            session.Stop);
    }

    /// <summary>A year that nobody had a bill in is new for everybody: their bills are missing in it.</summary>
    public static async Task WriteYears(ImportSession session, IEnumerable<DateSpan> covered)
    {
        var known = await session.Db.BilledYears.Select(billed => billed.Year).ToListAsync(session.Stop);
        var years = covered.SelectMany(span => new[] { span.From.Year, span.Until.AddDays(-1).Year }).Distinct().Except(known).ToList();
        await session.Insert(years.ConvertAll(year => new BilledYear { Year = year }));
    }

    private static Bill EntityOf(ImportSession session, Entry bill, Meter meter) => new()
    {
        Id = bill.Id, MeterCode = meter.Code, InstitutionCode = meter.InstitutionCode, BuildingCode = meter.BuildingCode,
        Carrier = meter.Carrier, PeriodStart = bill.Covers.From, PeriodEnd = bill.Covers.Until,
        Quantity = bill.Reverses is { } taken ? -taken.Quantity : bill.Quantity, Unit = bill.Unit,
        CostCny = bill.Reverses is { } back ? -back.CostCny : bill.CostCny, ReadingType = bill.ReadingType, BillNumber = bill.BillNumber,
        RawQuantity = bill.RawQuantity, RawUnit = bill.RawUnit, ImportId = session.BatchId, RowNumber = bill.Row,
        RecordedAt = session.Now, State = bill.State, EndedById = bill.EndedBy?.Id, ContentKey = bill.Content.Key(),
    };
}
