using BuildingQuota.Domain.Metering;
using BuildingQuota.Features.Imports.Kinds;

namespace BuildingQuota.Features.Imports.Readings;

/// <summary>
/// Settles a file's readings with those stored, meter by meter, until what is left makes sense: a rejected row changes what its
/// neighbours stand beside.
/// </summary>
internal sealed class ReadingBook(
    ImportSession session, Merged<(string, DateOnly, bool), ReadingRow> rows, IReadOnlyDictionary<string, Meter> meters)
{
    private readonly Dictionary<(string, DateOnly, bool), int> _numbers =
        rows.Rows.ToDictionary(row => rows.Key(row.Value), row => row.Row);
    private readonly ILookup<string, ReadingRow> _stored = rows.Stored.Values.ToLookup(row => row.MeterCode);
    private readonly ILookup<string, Numbered<ReadingRow>> _said = rows.Rows.ToLookup(row => row.Value.MeterCode);

    /// <summary>Row of the file that says it; 0 when it was stored before.</summary>
    public int RowOf(ReadingRow row) => _numbers.GetValueOrDefault(rows.Key(row));

    public async Task<ReadingEntries> Settle()
    {
        var entries = await ReadingEntries.Load(session, [.. _said.Select(meter => meter.Key).Order(StringComparer.Ordinal)]);
        foreach (var meter in entries.Meters)
            while (RejectFault(meters[meter], entries)) { }

        return entries;
    }

    public static Reading EntityOf(ImportSession session, ReadingRow row, long id, Meter meter, int number) => new()
    {
        Id = id, MeterCode = row.MeterCode, InstitutionCode = meter.InstitutionCode, ReadOn = row.ReadOn, Value = row.Value,
        Kind = row.Kind ?? ReadingKind.Periodic, Multiplier = row.Multiplier, Digits = row.Digits,
        RolledOver = row.RolledOver, ImportId = session.BatchId, RowNumber = number, RecordedAt = session.Now,
    };

    /// <summary>True when a row was rejected, so that the rest is looked at again.</summary>
    private bool RejectFault(Meter meter, ReadingEntries entries)
    {
        var current = Current(meter.Code).Select(row => EntityOf(session, row, 0, meter, RowOf(row))).ToList();
        var segments = new ReadingSegments(meter, current);
        if (segments.Fault is { } fault) return Reject(fault.At, fault.Before, CodeOf(fault.Kind));
        foreach (var interval in segments.Intervals)
            if (entries.FaultOf(interval) is { } code) return Reject(interval.End, interval.Start, code);
        entries.Expect(meter, segments.Intervals);
        return false;
    }

    /// <summary>What will be stored of one meter when the rows accepted so far are in.</summary>
    private IEnumerable<ReadingRow> Current(string meter)
    {
        var accepted = _said[meter].Where(row => !session.Problems.IsRejected(row.Row)).Select(row => row.Value).ToList();
        var said = accepted.Select(rows.Key).ToHashSet();
        return _stored[meter].Where(row => !said.Contains(rows.Key(row))).Concat(accepted);
    }

    /// <summary>Rejects whichever of the two is of this file, the later first.</summary>
    private bool Reject(Reading at, Reading? before, string code)
    {
        var blamed = at.RowNumber > 0 || before is null ? at : before;
        session.Problems.Add(new(blamed.RowNumber, "value", blamed.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)), code,
            at.MeterCode, Say(at), before is null ? "–" : Say(before));
        return true;
    }

    private static string CodeOf(ReadingFaultKind kind) => kind switch
    {
        ReadingFaultKind.RolledAtStart => "reading.rolled-at-start",
        ReadingFaultKind.FinalMissing => "reading.final-missing",
        ReadingFaultKind.AfterFinal => "reading.after-final",
        ReadingFaultKind.DigitsMissing => "reading.digits-missing",
        ReadingFaultKind.AboveDigits => "reading.above-digits",
        ReadingFaultKind.BelowPrevious => "reading.below-previous",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such fault."),
    };

    private static string Say(Reading reading) => FormattableString.Invariant($"{reading.ReadOn:yyyy-MM-dd}: {reading.Value:0.######}");
}
