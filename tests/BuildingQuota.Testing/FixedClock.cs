namespace BuildingQuota.Testing;

/// <summary>Stands still, on the morning of 20 November 2026 in Beijing unless told otherwise.</summary>
public sealed class FixedClock(DateTimeOffset? now = null) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now ?? new(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
}
