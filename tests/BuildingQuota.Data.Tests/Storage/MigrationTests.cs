using BuildingQuota.Domain.Access;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Tests.Storage;

public sealed class MigrationTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_new_database_takes_every_migration_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateEmpty(provider);

        Assert.NotEmpty(await Database.Prepare(database.Factory, CancellationToken.None));
        Assert.Empty(await Database.Prepare(database.Factory, CancellationToken.None));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Programs_that_start_together_migrate_one_after_the_other(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateEmpty(provider);

        var starts = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Database.Prepare(database.Factory, CancellationToken.None)));
        var applied = await Task.WhenAll(starts);

        Assert.Single(applied, migrations => migrations.Count > 0);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_migrations_say_what_the_model_says(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateEmpty(provider);
        await using var db = database.Open(AccessScope.Everything);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_program_does_not_stop_the_next()
    {
        await using var database = await TestDatabase.CreateEmpty(DatabaseProvider.Sqlite);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """);
        }

        Assert.NotEmpty(await Database.Prepare(database.Factory, new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token));
    }
}
