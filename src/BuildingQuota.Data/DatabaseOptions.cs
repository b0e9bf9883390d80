using Microsoft.Data.Sqlite;
using Npgsql;

namespace BuildingQuota.Data;

/// <summary>The two databases that are supported.</summary>
public enum DatabaseProvider { Sqlite, Postgres }

/// <summary>Which database, and how to reach it.</summary>
public sealed record DatabaseOptions
{
    public required DatabaseProvider Provider { get; init; }

    public required string Connection { get; init; }

    /// <summary>The same, opened so that the database itself refuses every change and no file is made.</summary>
    public DatabaseOptions ForReading() => this with
    {
        Connection = Provider == DatabaseProvider.Sqlite
            ? new SqliteConnectionStringBuilder(Connection) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString
            : new NpgsqlConnectionStringBuilder(Connection) { Options = "-c default_transaction_read_only=on" }.ConnectionString,
    };
}
