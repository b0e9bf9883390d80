using BuildingQuota.Domain.Metering;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>
/// What a numerator can be at least and at most when bills are missing (docs/rules/sufficiency.md; field §4.3).
/// <see cref="High"/> is null when nothing bounds it. All figures in the indicator's measure.
/// </summary>
public sealed record Bounds(decimal Low, decimal? High);

/// <summary>
/// One meter's say in a subject's numerator: <see cref="Weight"/> measure per own unit, negative where more on this meter means less
/// remainder on its main meter.
/// </summary>
public sealed record CountingMeter(MeterYear Meter, decimal Weight)
{
    /// <summary>Bounds around what is billed, meter by meter.</summary>
    public static Bounds Around(decimal billed, IEnumerable<CountingMeter> meters)
    {
        var low = billed;
        decimal? high = billed;
        foreach (var (meter, weight) in meters)
        {
            if (weight == 0 || meter.MissingDays == 0) continue;
            var most = meter.MostMissing * weight;
            if (weight > 0) high += most;
            else low = most is { } less ? low + less : decimal.MinValue / 2;
        }

        return new Bounds(Math.Min(billed, Math.Max(low, 0)), high);
    }
}
