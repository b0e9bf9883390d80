using BuildingQuota.Data.Storage;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data;

/// <summary>Brings the configured database to the shape that this program knows.</summary>
public static class Database
{
    private static readonly Version OldestSqlite = new(3, 35);

    /// <summary>Creates or migrates, one process at a time; returns the migrations that were applied.</summary>
    public static async Task<IReadOnlyList<string>> Prepare(QuotaDbFactory factory, CancellationToken stop)
    {
        if (factory.Database.Provider == DatabaseProvider.Sqlite && SqliteNative.Version < OldestSqlite)
            throw new RuleBrokenException(
                "database.sqlite-too-old", $"SQLite {SqliteNative.Version} is too old.", $"Install {OldestSqlite} or newer.");

        await using var db = factory.Create(AccessScope.Everything);
        await using var lease = await MigrationLease.Take(db, stop);
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        if (pending.Count > 0) await db.Database.MigrateAsync(stop);
        return pending;
    }
}
