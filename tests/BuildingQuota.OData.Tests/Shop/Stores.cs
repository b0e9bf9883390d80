using BuildingQuota.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BuildingQuota.OData.Tests.Shop;

/// <summary>
/// One filled store of each kind for the whole run, and one service over each. PostgreSQL where BUILDINGQUOTA_TEST_POSTGRES names a server.
/// </summary>
public sealed class Stores : IAsyncLifetime
{
    private const string Variable = "BUILDINGQUOTA_TEST_POSTGRES";
    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : null;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"odata-shop-{Environment.ProcessId}.db");
    private readonly string _database = FormattableString.Invariant($"odata_shop_{Environment.ProcessId}");
    private readonly Dictionary<Store, ShopHost> _hosts = [];

    public static TheoryData<Store> All { get; } = [Store.Memory, Store.Sqlite, Store.Postgres];
    public static TheoryData<Store> Databases { get; } = [Store.Sqlite, Store.Postgres];

    public ShopHost this[Store store]
    {
        get
        {
            Skip.If(store == Store.Postgres && Server is null, $"{Variable} is not set");
            return _hosts[store];
        }
    }

    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, Store store, string? connection) =>
        store == Store.Postgres ? options.UseNpgsql(connection) : options.UseSqlite(connection);

    public async Task InitializeAsync()
    {
        SqliteNative.Ensure();
        _hosts[Store.Memory] = await ShopHost.Start(Store.Memory, "Data Source=:memory:");
        await Open(Store.Sqlite, $"Data Source={_file}");
        if (Server is null) return;
        await Run($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        await Run($"CREATE DATABASE {_database}");
        await Open(Store.Postgres, new NpgsqlConnectionStringBuilder(Server) { Database = _database }.ConnectionString);
    }

    /// <summary>A service of other settings over the same store.</summary>
    public Task<ShopHost> Another(Store store, Action<ODataServiceOptions> configure) =>
        ShopHost.Start(store, this[store].Connection, configure);

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts.Values) await host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
        if (Server is null) return;
        NpgsqlConnection.ClearAllPools();
        await Run($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
    }

    private async Task Open(Store store, string connection)
    {
        await using (var db = new ShopDb((DbContextOptions<ShopDb>)Use(new DbContextOptionsBuilder<ShopDb>(), store, connection).Options))
        {
            await db.Database.EnsureDeletedAsync();
            await db.Database.EnsureCreatedAsync();
            db.AddRange(ShopData.FreshAuthors());
            db.AddRange(ShopData.Sections);
            db.AddRange(ShopData.Fresh());
            await db.SaveChangesAsync();
        }

        _hosts[store] = await ShopHost.Start(store, connection);
    }

    private static async Task Run(string sql)
    {
        await using var server = NpgsqlDataSource.Create(Server!); // callers looked
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class ShopTests : ICollectionFixture<Stores>
{
    public const string Name = "shop";
}
