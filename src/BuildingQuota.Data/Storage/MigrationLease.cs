using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Storage;

/// <summary>
/// Lets one process migrate at a time. Whoever holds the lease knows that a row in EF's own lock table was left by a process that was
/// killed: on SQLite it would be waited for without end.
/// </summary>
internal static class MigrationLease
{
    internal static async Task<IAsyncDisposable> Take(QuotaDb db, CancellationToken stop)
    {
        var lease = await Lease.Migrating.Take(db, stop);
        if (db.Database.IsSqlite()) await ClearLockOfTheDead(db, stop);
        return lease;
    }

    private static async Task ClearLockOfTheDead(QuotaDb db, CancellationToken stop)
    {
        if (!await db.Database.CanConnectAsync(stop)) return;
        var table = await db.Database
            .SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(stop);
        if (table.Count > 0) await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", stop);
    }
}
