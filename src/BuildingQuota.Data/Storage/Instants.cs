using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BuildingQuota.Data.Storage;

/// <summary>Instants are kept in UTC to the microsecond on both databases, so that what is read back is what was hashed.</summary>
public static class Instants
{
    public static DateTimeOffset AsStored(DateTimeOffset instant) => FromTicks(ToTicks(instant));

    private static long ToTicks(DateTimeOffset instant) => instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMicrosecond;

    private static DateTimeOffset FromTicks(long ticks) => new(ticks, TimeSpan.Zero);

    /// <summary>SQLite knows no instants: UTC ticks compare and order like them.</summary>
    internal sealed class AsUtcTicks() : ValueConverter<DateTimeOffset, long>(instant => ToTicks(instant), ticks => FromTicks(ticks));

    /// <summary>PostgreSQL's <c>timestamptz</c> takes nothing but UTC.</summary>
    internal sealed class AsUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => AsStored(instant), stored => stored);
}
