using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Features.Imports.Bills;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Readings;

/// <summary>
/// The entries that readings make among the bills. What is expected and there already stays; what is not expected any more is ended by
/// what took its place; an entry that a supplier's correction or reversal ended stays ended.
/// </summary>
internal sealed class ReadingEntries
{
    private readonly ImportSession _session;
    private readonly ILookup<string, Bill> _made;
    private readonly ILookup<string, Bill> _supplied;
    private readonly Dictionary<string, (Meter Meter, IReadOnlyList<MeteredInterval> Intervals)> _expected = [];

    private ReadingEntries(ImportSession session, IReadOnlyList<string> meters, List<Bill> bills, HashSet<long> batches)
    {
        (_session, Meters) = (session, meters);
        _made = bills.Where(bill => batches.Contains(bill.ImportId)).ToLookup(bill => bill.MeterCode);
        _supplied = bills.Where(bill => !batches.Contains(bill.ImportId)).ToLookup(bill => bill.MeterCode);
    }

    public IReadOnlyList<string> Meters { get; }

    public static async Task<ReadingEntries> Load(ImportSession session, IReadOnlyList<string> meters)
    {
        var batches = await session.Db.Imports.IgnoreQueryFilters().Where(batch => batch.Kind == "readings").Select(batch => batch.Id)
            .ToHashSetAsync(session.Stop);
        var bills = new List<Bill>();
        foreach (var chunk in meters.Chunk(500))
            bills.AddRange(await session.Db.Bills.AsNoTracking().Where(bill => chunk.Contains(bill.MeterCode)).ToListAsync(session.Stop));
        return new ReadingEntries(session, meters, bills, batches);
    }

    /// <summary>A day is counted by the dial or by the supplier, never by both.</summary>
    public string? FaultOf(MeteredInterval interval)
    {
        if (interval.Covers.Days > BillsFile.LongestDays) return "reading.too-far-apart";
        return !IsEndedBySupplier(interval) && Supplied(interval).Any(bill => bill.State == BillState.Live) ? "reading.meets-bill" : null;
    }

    public void Expect(Meter meter, IReadOnlyList<MeteredInterval> intervals) => _expected[meter.Code] = (meter, intervals);

    public async Task Write()
    {
        var fresh = _expected.Values.SelectMany(pair => pair.Intervals.Where(IsNew).Select(interval => (pair.Meter, Interval: interval))).ToList();
        var id = await _session.TakeIds<Bill>(fresh.Count);
        var bills = fresh.Select(one => EntityOf(one.Meter, one.Interval, id++)).ToList();
        await _session.Insert(bills);
        await BillWriting.WriteYears(_session, bills.Select(bill => bill.Covers));
        var ended = _expected.Keys.SelectMany(meter => _made[meter]).Where(IsOver)
            .Select(old => (old.Id, By: bills.Find(bill => bill.MeterCode == old.MeterCode && bill.Covers.Overlaps(old.Covers))?.Id)).ToList();
        if (ended.Count == 0) return;
        await _session.Db.BulkSet<Bill, long, BillState>(bill => bill.State, ended.Select(old => (old.Id, BillState.Replaced)), _session.Stop);
        await _session.Db.BulkSet<Bill, long, long?>(bill => bill.EndedById, ended.Select(old => (old.Id, old.By)), _session.Stop);
    }

    private bool IsNew(MeteredInterval interval) => !IsEndedBySupplier(interval)
        && !_made[interval.End.MeterCode].Any(bill => bill.State == BillState.Live && Says(bill, interval));

    private bool IsOver(Bill bill) =>
        bill.State == BillState.Live && !_expected[bill.MeterCode].Intervals.Any(interval => Says(bill, interval));

    private bool IsEndedBySupplier(MeteredInterval interval) => _made[interval.End.MeterCode].Any(bill =>
        Says(bill, interval) && _supplied[bill.MeterCode].Any(other => other.Id == bill.EndedById));

    private IEnumerable<Bill> Supplied(MeteredInterval interval) =>
        _supplied[interval.End.MeterCode].Where(bill => bill.Covers.Overlaps(interval.Covers));

    private static bool Says(Bill bill, MeteredInterval interval) => bill.Covers == interval.Covers && bill.RawQuantity == interval.Sum;

    private Bill EntityOf(Meter meter, MeteredInterval interval, long id)
    {
        var entry = new Entry
        {
            MeterCode = meter.Code, Covers = interval.Covers, Quantity = interval.Quantity, Unit = meter.Unit, CostCny = null,
            ReadingType = ReadingType.Actual, BillNumber = null, Row = Math.Max(interval.End.RowNumber, interval.Start.RowNumber),
        };
        return new Bill
        {
            Id = id, MeterCode = meter.Code, InstitutionCode = meter.InstitutionCode, BuildingCode = meter.BuildingCode, Carrier = meter.Carrier,
            PeriodStart = entry.Covers.From, PeriodEnd = entry.Covers.Until, Quantity = entry.Quantity, Unit = entry.Unit,
            ReadingType = entry.ReadingType, RawQuantity = interval.Sum, RawUnit = meter.Unit, ImportId = _session.BatchId,
            RowNumber = entry.Row, RecordedAt = _session.Now, State = BillState.Live, ContentKey = entry.Content.Key(),
        };
    }
}
