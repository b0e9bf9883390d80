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

    public async Task<IAsyncDisposable> Take(QuotaDb db, CancellationToken stop)
    {
        if (!db.Database.IsSqlite()) return (await TakeSession(db, "pg_advisory_lock", stop)).Session;
        while (true)
        {
            if (TakeFile(db) is { } file) return file;
            await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
        }
    }

    /// <summary>Does anybody hold it just now?</summary>
    public async Task<bool> IsTaken(QuotaDb db, CancellationToken stop)
    {
        if (db.Database.IsSqlite())
        {
            await using var file = TakeFile(db);
            return file is null;
        }

        var (session, answer) = await TakeSession(db, "pg_try_advisory_lock", stop);
        await session.DisposeAsync();
        return answer is false;
    }

    /// <summary>
    /// Null while somebody else has it open. The file stays when it is let go: it is the same file for all who wait, and one that is there
    /// and cannot be opened is always taken.
    /// </summary>
    private FileStream? TakeFile(QuotaDb db)
    {
        var database = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        var file = database + "." + Name;
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    private async Task<(DbConnection Session, object? Answer)> TakeSession(QuotaDb db, string function, CancellationToken stop)
    {
        DbConnection session = new Npgsql.NpgsqlConnection(db.Database.GetConnectionString() + ";Pooling=false");
        await session.OpenAsync(stop);
        await using var command = session.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = FormattableString.Invariant($"SELECT {function}({Number})");
        return (session, await command.ExecuteScalarAsync(stop));
    }
}
