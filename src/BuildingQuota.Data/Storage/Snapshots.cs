using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Storage;

/// <summary>Reading several tables as they stood at one moment, without keeping writers waiting.</summary>
public static class Snapshots
{
    /// <summary>Until it is disposed everything that the context reads is of the moment of its first query. Nothing may be written.</summary>
    public static async Task<IAsyncDisposable> BeginSnapshot(this QuotaDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", stop);
        return new Snapshot(db);
    }

    private sealed class Snapshot(QuotaDb db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.ExecuteSqlRawAsync("ROLLBACK", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }
}
