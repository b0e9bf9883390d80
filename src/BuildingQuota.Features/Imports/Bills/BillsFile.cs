using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using BuildingQuota.Features.Imports.Kinds;

namespace BuildingQuota.Features.Imports.Bills;

/// <summary>The supplier's bills. Nothing is edited: a correction or a reversal is a row of its own that ends what it is about.</summary>
internal sealed class BillsFile : FileKind<BillRow>
{
    public const int LongestDays = 400;

    public static readonly DateOnly FirstDay = new(2000, 1, 1);

    public override FileLayout Layout => Layouts.Bills;

    public override bool IsKnownByBytes => true;

    protected override DateOnly? DayOf(BillRow row) => row.Covers.From;

    protected override BillRow Read(RowReader row)
    {
        var bill = new BillRow
        {
            InstitutionCode = row.OptionalCode("institution_code"), BuildingCode = row.OptionalCode("building_code"),
            MeterCode = row.OptionalCode("meter_code"), Carrier = row.OptionalWord<Carrier>("carrier"),
            Covers = new(row.Date("period_start"), row.Date("period_end")),
            Quantity = row.Number("quantity"), RawQuantity = row.RawText("quantity"), Unit = row.Text("unit"),
            CostCny = row.OptionalNumber("cost_cny"), ReadingType = row.OptionalWord<ReadingType>("reading_type") ?? ReadingType.Actual,
            BillNumber = row.OptionalCode("bill_number"),
        };
        if (row.IsGood) CheckAlone(row, bill);
        return bill;
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<BillRow>> rows)
    {
        var entries = await Entries(session, rows);
        var book = new BillBook(session, await StoredBills.Load(session, [.. entries.Select(entry => entry.Bill)]));
        return book.Settle(entries);
    }

    private static void CheckAlone(RowReader row, BillRow bill)
    {
        if (bill.Covers.From < FirstDay) row.Bad("period_start", "bill.too-old", $"{FirstDay:yyyy-MM-dd}");
        if (bill.Covers.IsEmpty) row.Bad("period_end", "bill.period-empty");
        if (bill.Covers.Days > LongestDays) row.Bad("period_end", "bill.period-too-long", bill.Covers.Days, LongestDays);
        if (bill.Quantity < 0 && bill.ReadingType is not (ReadingType.Correction or ReadingType.Reversal))
            row.Bad("quantity", "bill.negative");
        if (bill.ReadingType == ReadingType.Reversal && bill.BillNumber is null) row.Bad("bill_number", "bill.reversal-without-number");
    }

    /// <summary>Ties every row to its meter and judges it against that meter and the calendar.</summary>
    private static async Task<List<(Entry Bill, Meter Meter)>> Entries(ImportSession session, IReadOnlyList<Numbered<BillRow>> rows)
    {
        var finder = await MeterFinder.Load(session);
        var units = await UnitTable.Load(session);
        var entries = new List<(Entry, Meter)>(rows.Count);
        foreach (var (number, row) in rows)
        {
            if (finder.Find(number, row) is not { } meter) continue;
            var unit = units.Find(meter.Carrier, row.Unit);
            if (unit is null)
                session.Problems.Add(new(number, "unit", row.Unit), "unit.not-allowed", row.Unit);
            else if (row.Covers.Until > session.Today.AddDays(1))
                session.Problems.Add(new(number, "period_end", $"{row.Covers.Until:yyyy-MM-dd}"), "bill.in-future",
                    $"{session.Today:yyyy-MM-dd}");
            else if (!meter.Active.Contains(row.Covers))
                session.Problems.Add(new(number, "period_start", row.Covers.ToString()), "bill.outside-active-span", meter.Code,
                    Active(meter));
            else
                entries.Add((EntryOf(number, row, meter, unit), meter));
        }

        return entries;
    }

    private static string Active(Meter meter) =>
        FormattableString.Invariant($"{meter.ActiveFrom:yyyy-MM-dd}..{meter.ActiveTo:yyyy-MM-dd}");

    private static Entry EntryOf(int number, BillRow row, Meter meter, string unit) => new()
    {
        MeterCode = meter.Code, Covers = row.Covers, Quantity = row.Quantity, Unit = unit, CostCny = row.CostCny,
        ReadingType = row.ReadingType,
        BillNumber = row.BillNumber, Row = number, RawQuantity = row.RawQuantity, RawUnit = row.Unit,
    };
}
