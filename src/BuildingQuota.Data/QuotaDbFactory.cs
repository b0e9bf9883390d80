using BuildingQuota.Data.Access;
using BuildingQuota.Data.Storage;
using BuildingQuota.Domain.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BuildingQuota.Data;

/// <summary>Opens contexts for whom a request's own one will not do: jobs, and work in parallel. The caller disposes them.</summary>
public sealed class QuotaDbFactory
{
    private readonly DbContextOptions _options;

    public QuotaDbFactory(DatabaseOptions database)
    {
        Database = database;
        _options = database.Provider == DatabaseProvider.Sqlite ? Sqlite(database.Connection) : Postgres(database.Connection);
    }

    public DatabaseOptions Database { get; }

    public QuotaDb Create(AccessScope scope) => Create(new CurrentScope(scope));

    internal QuotaDb Create(CurrentScope scope) => _options switch
    {
        DbContextOptions<SqliteQuotaDb> sqlite => new SqliteQuotaDb(sqlite, scope),
        DbContextOptions<PostgresQuotaDb> postgres => new PostgresQuotaDb(postgres, scope),
        _ => throw new InvalidOperationException($"No context for {_options.ContextType.Name}."),
    };

    private static DbContextOptions<SqliteQuotaDb> Sqlite(string connection)
    {
        var patient = new SqliteConnectionStringBuilder(connection) { DefaultTimeout = 30, ForeignKeys = true };
        return Shared<SqliteQuotaDb>().UseSqlite(patient.ConnectionString).AddInterceptors(new SqliteSettings()).Options;
    }

    private static DbContextOptions<PostgresQuotaDb> Postgres(string connection) => Shared<PostgresQuotaDb>().UseNpgsql(connection).Options;

    private static DbContextOptionsBuilder<T> Shared<T>() where T : QuotaDb => new DbContextOptionsBuilder<T>()
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
}
