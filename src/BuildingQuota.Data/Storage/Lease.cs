using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Storage;

/// <summary>
/// Work that only one program may do at a time; others wait. The lease dies with its process: an open file beside a SQLite database, a
/// session's advisory lock on PostgreSQL.
/// </summary>
public sealed record Lease(string Name, long Number)
{
    public static Lease Migrating { get; } = new("migrating", 0x42_51_6d_69_67);

    public static Lease Evaluating { get; } = new("evaluating", 0x42_51_65_76_61);

    public static Lease Forecasting { get; } = new("forecasting", 0x42_51_66_6f_72);

    public Task<IAsyncDisposable> Take(QuotaDb db, CancellationToken stop) =>
        db.Database.IsSqlite() ? TakeFile(db, stop) : TakeSession(db, stop);

    private async Task<IAsyncDisposable> TakeFile(QuotaDb db, CancellationToken stop)
    {
        var database = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        var file = database + "." + Name;
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
            }
        }
    }

    private async Task<IAsyncDisposable> TakeSession(QuotaDb db, CancellationToken stop)
    {
        DbConnection session = new Npgsql.NpgsqlConnection(db.Database.GetConnectionString() + ";Pooling=false");
        await session.OpenAsync(stop);
        await using var command = session.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = FormattableString.Invariant($"SELECT pg_advisory_lock({Number})");
        await command.ExecuteNonQueryAsync(stop);
        return session;
    }
}
