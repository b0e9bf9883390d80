using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Domain.Metering;

/// <summary>What a device counted between two of its readings.</summary>
public sealed record MeteredInterval(Reading Start, Reading End, decimal Multiplier, int? Digits)
{
    public DateSpan Covers => new(Start.ReadOn, End.ReadOn);

    public decimal Quantity => (End.Value - Start.Value + Turn) * Multiplier;

    /// <summary>The quantity as it was come by: <c>(320 − 99850 + 10^5) × 40</c>.</summary>
    public string Sum => FormattableString.Invariant(
        $"({Plain(End.Value)} − {Plain(Start.Value)}{(End.RolledOver ? $" + 10^{Digits}" : "")}) × {Plain(Multiplier)}");

    private decimal Turn => End.RolledOver && Digits is { } digits ? Roots.Power(10, digits) : 0;

    private static string Plain(decimal value) => value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What keeps a meter's readings from making sense (docs/rules/readings.md).</summary>
public enum ReadingFaultKind { RolledAtStart, FinalMissing, AfterFinal, DigitsMissing, AboveDigits, BelowPrevious }

/// <summary>The rule, the reading at which it shows, and the one before it.</summary>
public sealed record ReadingFault(ReadingFaultKind Kind, Reading At, Reading? Before);

/// <summary>
/// A meter's readings as segments of devices, and what they counted (docs/rules/readings.md; domain §8.6, §9.10): consumption is
/// (end − start + 10ⁿ if rolled over) × multiplier; a final and an initial reading are a change of device, with nothing between them.
/// </summary>
public sealed class ReadingSegments
{
    private readonly List<MeteredInterval> _intervals = [];
    private decimal _multiplier;
    private int? _digits;

    public ReadingSegments(Meter meter, IEnumerable<Reading> readings)
    {
        _multiplier = meter.Multiplier;
        Reading? before = null;
        foreach (var reading in readings.OrderBy(reading => reading.ReadOn).ThenBy(reading => reading.Kind == ReadingKind.Initial))
        {
            if (reading.Kind == ReadingKind.Initial) _digits = null;
            _digits = reading.Digits ?? _digits;
            if (FaultOf(reading, before) is { } kind)
            {
                Fault = new ReadingFault(kind, reading, before);
                return;
            }

            if (before is not null && reading.Kind != ReadingKind.Initial)
                _intervals.Add(new MeteredInterval(before, reading, _multiplier, _digits));
            _multiplier = reading.Multiplier ?? _multiplier;
            before = reading;
        }
    }

    /// <summary>By day. Up to the first fault when there is one.</summary>
    public IReadOnlyList<MeteredInterval> Intervals => _intervals;

    public ReadingFault? Fault { get; }

    private ReadingFaultKind? FaultOf(Reading reading, Reading? before)
    {
        var begins = before is null || reading.Kind == ReadingKind.Initial;
        if (begins && reading.RolledOver) return ReadingFaultKind.RolledAtStart;
        if (before is not null && begins && before.Kind != ReadingKind.Final) return ReadingFaultKind.FinalMissing;
        if (!begins && before!.Kind == ReadingKind.Final) return ReadingFaultKind.AfterFinal;
        if (reading.RolledOver && _digits is null) return ReadingFaultKind.DigitsMissing;
        if (_digits is { } digits && reading.Value >= Roots.Power(10, digits)) return ReadingFaultKind.AboveDigits;
        return !begins && !reading.RolledOver && reading.Value < before!.Value ? ReadingFaultKind.BelowPrevious : null;
    }
}
