using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Storage;

/// <summary>
/// Lets one process migrate at a time. The lease dies with its process: an open file beside a SQLite database, a session's advisory
/// lock on PostgreSQL. So whoever holds it knows that a row in EF's own lock table was left by a process that was killed.
/// </summary>
internal static class MigrationLease
{
    /// <summary>Any number that nobody else locks in the same database.</summary>
    private const long AdvisoryLock = 0x42_51_6d_69_67;

    internal static Task<IAsyncDisposable> Take(QuotaDb db, CancellationToken stop) =>
        db.Database.IsSqlite() ? TakeFile(db, stop) : TakeSession(db, stop);

    private static async Task<IAsyncDisposable> TakeFile(QuotaDb db, CancellationToken stop)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        while (true)
        {
            try
            {
                var lease = new FileStream(
                    file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                await ClearLockOfTheDead(db, stop);
                return lease;
            }
            catch (IOException) when (File.Exists(file + ".migrating"))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
            }
        }
    }

    private static async Task ClearLockOfTheDead(QuotaDb db, CancellationToken stop)
    {
        if (!await db.Database.CanConnectAsync(stop)) return;
        var table = await db.Database
            .SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(stop);
        if (table.Count > 0) await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", stop);
    }

    private static async Task<IAsyncDisposable> TakeSession(QuotaDb db, CancellationToken stop)
    {
        DbConnection session = new Npgsql.NpgsqlConnection(db.Database.GetConnectionString() + ";Pooling=false");
        await session.OpenAsync(stop);
        await using var command = session.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = FormattableString.Invariant($"SELECT pg_advisory_lock({AdvisoryLock})");
        await command.ExecuteNonQueryAsync(stop);
        return session;
    }
}
