using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Bulk;

/// <summary>
/// Numbers that are given out once. They are taken in the caller's transaction and come back when it is rolled back, so a series that
/// is taken where it is used has no gaps; until the transaction ends, others who want the same series wait.
/// </summary>
public static class Counters
{
    /// <summary>Reserves ids for <paramref name="count"/> rows and returns the first; the others follow it.</summary>
    public static Task<long> TakeIds<T>(this QuotaDb db, int count, CancellationToken stop) where T : class =>
        db.Take(db.Model.FindEntityType(typeof(T))!.GetTableName()!, count, stop);

    /// <summary>The next number of a series, from 1; the series is created by its first number.</summary>
    public static Task<long> TakeNumber(this QuotaDb db, string series, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException($"A number of '{series}' is taken in the transaction that uses it; begin one first.");
        return db.Take("number:" + series, 1, stop);
    }

    internal static async Task<long> Take(this QuotaDb db, string name, long count, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = db.NewCommand(
                """
                INSERT INTO counters (name, next) VALUES (@name, 1 + @count)
                ON CONFLICT (name) DO UPDATE SET next = counters.next + @count
                RETURNING next - @count
                """).With("@name", name).With("@count", count);
            return (long)(await command.ExecuteScalarAsync(stop))!;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
