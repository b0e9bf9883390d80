using BuildingQuota.Data.Tests.Samples;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Sqlite;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Tests.Storage;

public sealed class SqliteTests
{
    [Fact]
    public async Task A_second_writer_waits_for_the_first()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using (var db = database.Open()) await Country.Fill(db);
        await using var first = database.Open();
        await using var second = database.Open();
        var transaction = await first.Database.BeginTransactionAsync();
        await Rename(first, "甲");

        var waiting = Task.Run(() => Rename(second, "乙"));
        await using (var reader = database.Open())
            Assert.Equal("中国", (await reader.Regions.SingleAsync(region => region.Code == "100000")).Name);
        await transaction.CommitAsync();
        await waiting;

        await using var after = database.Open();
        Assert.Equal("乙", (await after.Regions.SingleAsync(region => region.Code == "100000")).Name);
    }

    [Fact]
    public async Task Twenty_writers_at_once_all_get_their_turn()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            await using var db = database.Open();
            db.Regions.Add(new Region { Code = $"{i}", Name = "区", Level = AdministrativeLevel.County, Path = $"{i}/" });
            await db.SaveChangesAsync();
        })));

        await using var after = database.Open();
        Assert.Equal(20, await after.Regions.CountAsync());
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "30000")]
    [InlineData("synchronous", "1")]
    public async Task Every_connection_is_told_how_to_behave(string pragma, string expected)
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;

        Assert.Equal(expected, FormattableString.Invariant($"{await command.ExecuteScalarAsync()}"));
    }

    [Fact]
    public async Task The_native_library_is_recent_enough_and_says_so()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        var version = Version.Parse((await db.Database.SqlQueryRaw<string>("SELECT sqlite_version() AS \"Value\"").ToListAsync()).Single());

        Assert.Equal(SqliteNative.Version, version);
        Assert.True(version >= new Version(3, 35));
    }

    private static Task<int> Rename(QuotaDb db, string name) =>
        db.Regions.Where(region => region.Code == "100000").ExecuteUpdateAsync(set => set.SetProperty(region => region.Name, name));
}
