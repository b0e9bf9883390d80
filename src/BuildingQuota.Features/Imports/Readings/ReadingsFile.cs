using BuildingQuota.Domain.Metering;
using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using BuildingQuota.Features.Imports.Kinds;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports.Readings;

internal sealed record ReadingRow(
    string MeterCode, DateOnly ReadOn, decimal Value, ReadingKind? Kind, decimal? Multiplier, int? Digits, bool RolledOver);

/// <summary>
/// What dials showed. Consecutive readings of a device become entries like a supplier's bills, so that all that follows is one mechanism;
/// a changed reading is a new version and ends the entries that it made before.
/// </summary>
internal sealed class ReadingsFile : FileKind<ReadingRow>
{
    public const int MostDigits = 12;

    public override FileLayout Layout => Layouts.Readings;

    protected override DateOnly? DayOf(ReadingRow row) => row.ReadOn;

    protected override ReadingRow Read(RowReader row)
    {
        var reading = new ReadingRow(row.Code("meter_code"), row.Date("read_on"), row.Number("value"),
            row.OptionalWord<ReadingKind>("kind"), row.OptionalNumber("multiplier"), DigitsOf(row),
            row.OptionalWord<YesNo>("rolled_over") == YesNo.Yes);
        if (!row.IsGood) return reading;
        if (reading.Value < 0) row.Bad("value", "reading.negative");
        if (reading.Multiplier <= 0) row.Bad("multiplier", "meter.multiplier-not-positive");
        return reading;
    }

    protected override async Task<Changes> Settle(ImportSession session, IReadOnlyList<Numbered<ReadingRow>> rows)
    {
        var meters = await session.Db.Meters.AsNoTracking().ToDictionaryAsync(meter => meter.Code, session.Stop);
        var named = rows.Select(row => row.Value.MeterCode).ToHashSet();
        var stored = (await session.Db.Readings.AsNoTracking().Where(reading => reading.SupersededById == null).ToListAsync(session.Stop))
            .Where(reading => named.Contains(reading.MeterCode)).ToList();
        var merged = new Merged<(string, DateOnly, bool), ReadingRow>(session.Problems, rows, KeyOf,
            stored.Select(RowOf).ToDictionary(KeyOf), KeepBlanks);
        merged.Require("meter_code", row => row.MeterCode, row => meters.ContainsKey(row.MeterCode), "meter.not-found");
        merged.Require("read_on", row => $"{row.ReadOn:yyyy-MM-dd}", row => row.ReadOn <= session.Today, "reading.in-future");
        merged.Require("read_on", row => $"{row.ReadOn:yyyy-MM-dd}", row => IsActive(meters[row.MeterCode], row.ReadOn),
            "reading.outside-active-span");
        var book = new ReadingBook(session, merged, meters);
        var entries = await book.Settle();
        var versions = new Versions<(string, DateOnly, bool), Reading>(session)
        {
            Current = stored.ToDictionary(reading => KeyOf(RowOf(reading)), reading => reading.Id), SupersededBy = reading => reading.SupersededById,
        };
        return merged.Changes(async () =>
        {
            await versions.Write(merged, (row, id) => ReadingBook.EntityOf(session, row, id, meters[row.MeterCode], book.RowOf(row)));
            await entries.Write();
        });
    }

    /// <summary>The day on which a meter ends is its last reading day.</summary>
    private static bool IsActive(Meter meter, DateOnly day) => meter.ActiveFrom <= day && (meter.ActiveTo is not { } end || day <= end);

    private static int? DigitsOf(RowReader row)
    {
        if (row.OptionalNumber("digits") is not { } digits) return null;
        if (digits is >= 1 and <= MostDigits && digits == decimal.Truncate(digits)) return (int)digits;
        row.Bad("digits", "reading.digits-out-of-range", MostDigits);
        return null;
    }

    /// <summary>On the day of a change there are two: the last of the old device and the first of the new.</summary>
    private static (string, DateOnly, bool) KeyOf(ReadingRow row) => (row.MeterCode, row.ReadOn, row.Kind == ReadingKind.Initial);

    /// <summary>What a device is and how it counts stays as it was said; a rollover belongs to the value and is said with it.</summary>
    private static ReadingRow KeepBlanks(ReadingRow row, ReadingRow before) => row with
    {
        Kind = row.Kind ?? before.Kind, Multiplier = row.Multiplier ?? before.Multiplier, Digits = row.Digits ?? before.Digits,
    };

    private static ReadingRow RowOf(Reading stored) =>
        new(stored.MeterCode, stored.ReadOn, stored.Value, stored.Kind, stored.Multiplier, stored.Digits, stored.RolledOver);
}
