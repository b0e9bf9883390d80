using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Bulk;

/// <summary>
/// Writes many rows at once, past the change tracker and row scope: prepared statements on SQLite, COPY on PostgreSQL. Everything
/// happens in the caller's transaction, or in one of its own.
/// </summary>
public static class BulkWriting
{
    /// <summary>Inserts the rows and returns how many there were. Rows may refer to later rows of the same call.</summary>
    public static Task<long> BulkInsert<T>(this QuotaDb db, IEnumerable<T> rows, CancellationToken stop) where T : class =>
        db.BulkInsert(rows.ToAsyncEnumerable(), stop);

    /// <inheritdoc cref="BulkInsert{T}(QuotaDb, IEnumerable{T}, CancellationToken)"/>
    public static Task<long> BulkInsert<T>(this QuotaDb db, IAsyncEnumerable<T> rows, CancellationToken stop) where T : class =>
        InTransaction(db, () => db.Database.IsSqlite()
            ? SqliteBulk.Insert(db, BulkTable.Of<T>(db), rows, stop)
            : PostgresBulk.Insert(db, BulkTable.Of<T>(db), rows, stop), stop);

    /// <summary>Sets one column of the rows with these keys, each to its own value; returns how many rows were found.</summary>
    public static Task<long> BulkSet<T, TKey, TValue>(
        this QuotaDb db, Expression<Func<T, TValue>> column, IEnumerable<(TKey Key, TValue Value)> values, CancellationToken stop)
        where T : class
    {
        var table = BulkTable.Of<T>(db);
        var target = table.Column(((MemberExpression)column.Body).Member.Name);
        var stored = values.Select(pair => (table.Key.ToStored(pair.Key)!, target.ToStored(pair.Value)));
        return InTransaction(db, () => db.Database.IsSqlite()
            ? SqliteBulk.Set(db, table, target, stored, stop)
            : PostgresBulk.Set(db, table, target, stored, stop), stop);
    }

    private static async Task<long> InTransaction(QuotaDb db, Func<Task<long>> write, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is not null) return await write();

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var written = await write();
        await transaction.CommitAsync(stop);
        return written;
    }
}
