using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BuildingQuota.Data.Storage;

/// <summary>What every connection to SQLite is told when it opens.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    /// <summary>Case-sensitive LIKE makes a prefix mean the same here as on PostgreSQL.</summary>
    private const string ForAll = "PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA case_sensitive_like=ON;";
    private const string ForWriters = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Settings(DbConnection connection)
    {
        var mode = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode;
        return mode == SqliteOpenMode.ReadOnly ? ForAll : ForAll + ForWriters;
    }
}
