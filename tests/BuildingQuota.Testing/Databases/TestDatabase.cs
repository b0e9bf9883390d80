using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using Xunit;

namespace BuildingQuota.Testing.Databases;

/// <summary>
/// A database of its own, gone when disposed. Migrations run once per test process, into a template that is copied.
/// PostgreSQL is the server of BUILDINGQUOTA_TEST_POSTGRES; a test that needs it skips where the variable is not set.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;

    internal TestDatabase(DatabaseProvider provider, string connection, Func<Task> drop)
    {
        Options = new DatabaseOptions { Provider = provider, Connection = connection };
        Factory = new QuotaDbFactory(Options);
        _drop = drop;
    }

    public DatabaseOptions Options { get; }

    public QuotaDbFactory Factory { get; }

    /// <summary>Migrated, without a row.</summary>
    public static Task<TestDatabase> Create(DatabaseProvider provider)
    {
        SkipWithoutServer(provider);
        return provider == DatabaseProvider.Sqlite ? SqliteFiles.Migrated() : PostgresServer.Migrated();
    }

    /// <summary>Without a table, for tests of the migrations themselves.</summary>
    public static Task<TestDatabase> CreateEmpty(DatabaseProvider provider)
    {
        SkipWithoutServer(provider);
        return provider == DatabaseProvider.Sqlite ? Task.FromResult(SqliteFiles.Empty()) : PostgresServer.Empty();
    }

    /// <summary>Opens a context; without a scope it sees everything.</summary>
    public QuotaDb Open(AccessScope? scope = null) => Factory.Create(scope ?? AccessScope.Everything);

    public async ValueTask DisposeAsync() => await _drop();

    internal static void SkipWithoutServer(DatabaseProvider provider) =>
        Skip.If(provider == DatabaseProvider.Postgres && PostgresServer.Connection is null, $"{PostgresServer.Variable} is not set.");
}
