using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace BuildingQuota.Data.Bulk;

/// <summary>COPY in binary form; updates go by way of a temporary table.</summary>
internal static class PostgresBulk
{
    internal static Task<long> Insert<T>(QuotaDb db, BulkTable table, IAsyncEnumerable<T> rows, CancellationToken stop) where T : class
    {
        var columns = table.Columns;
        var cells = rows.Select(row => columns.Select(column => column.Read(row)));
        return Copy(db, $"{table.Name} ({table.ColumnList})", columns, cells, stop);
    }

    internal static async Task<long> Set(
        QuotaDb db, BulkTable table, BulkColumn column, IEnumerable<(object Key, object? Value)> values, CancellationToken stop)
    {
        var (key, value) = (table.Key.Name, column.Name);
        await Run(db, $"CREATE TEMP TABLE bulk_set ON COMMIT DROP AS SELECT {key} AS k, {value} AS v FROM {table.Name} LIMIT 0", stop);
        var cells = values.ToAsyncEnumerable().Select(pair => new[] { pair.Key, pair.Value });
        await Copy(db, "bulk_set (k, v)", [table.Key, column], cells, stop);
        var written = await Run(db, $"UPDATE {table.Name} AS t SET {value} = s.v FROM bulk_set AS s WHERE t.{key} = s.k", stop);
        await Run(db, "DROP TABLE bulk_set", stop);
        return written;
    }

    private static async Task<long> Copy(
        QuotaDb db, string into, IReadOnlyList<BulkColumn> columns, IAsyncEnumerable<IEnumerable<object?>> rows, CancellationToken stop)
    {
        var types = columns.Select(column => TypeOf(db, column)).ToArray();
        await using var writer = await ((NpgsqlConnection)db.Database.GetDbConnection())
            .BeginBinaryImportAsync($"COPY {into} FROM STDIN (FORMAT BINARY)", stop);
        await foreach (var row in rows.WithCancellation(stop))
        {
            await writer.StartRowAsync(stop);
            var column = 0;
            foreach (var value in row)
            {
                if (value is null) await writer.WriteNullAsync(stop);
                else await writer.WriteAsync(value, types[column], stop);
                column++;
            }
        }

        return (long)await writer.CompleteAsync(stop);
    }

    private static NpgsqlDbType TypeOf(QuotaDb db, BulkColumn column)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        return ((NpgsqlParameter)column.Mapping.CreateParameter(command, "p", null, nullable: true)).NpgsqlDbType;
    }

    private static async Task<long> Run(QuotaDb db, string sql, CancellationToken stop)
    {
        await using var command = db.NewCommand(sql);
        return await command.ExecuteNonQueryAsync(stop);
    }
}
