using BuildingQuota.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Bulk;

/// <summary>One prepared statement, run for every row, its parameters bound by position. SQLite is in the process: there is no round trip to save.</summary>
internal static class SqliteBulk
{
    internal static async Task<long> Insert<T>(
        QuotaDb db, BulkTable table, IAsyncEnumerable<T> rows, CancellationToken stop) where T : class
    {
        // A row may point at a later one (a sub-meter at its main meter), as with COPY: keys are checked when all are there.
        await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON", stop);
        var holders = string.Join(", ", Enumerable.Repeat("?", table.Columns.Count));
        using var statement = new SqliteStatement(db.Database.GetDbConnection(), $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({holders})");
        var bind = SqliteBinder.Of<T>(table);
        var written = 0L;
        await foreach (var row in rows.WithCancellation(stop))
        {
            bind(statement, row);
            statement.Run();
            written++;
        }

        return written;
    }

    internal static async Task<long> Set(
        QuotaDb db, BulkTable table, BulkColumn column, IEnumerable<(object Key, object? Value)> values, CancellationToken stop)
    {
        var sql = $"UPDATE {table.Name} SET {column.Name} = $p1 WHERE {table.Key.Name} = $p0";
        await using var command = Prepare(db, sql, [table.Key, column]);
        var written = 0L;
        foreach (var (key, value) in values)
        {
            stop.ThrowIfCancellationRequested();
            (command.Parameters[0].Value, command.Parameters[1].Value) = (key, value ?? DBNull.Value);
            written += command.ExecuteNonQuery();
        }

        return written;
    }

    private static SqliteCommand Prepare(QuotaDb db, string sql, IReadOnlyList<BulkColumn> columns)
    {
        var command = (SqliteCommand)db.NewCommand(sql);
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"$p{i}") });
        return command;
    }
}
