using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Sqlite;
using Microsoft.EntityFrameworkCore.Design;

SqliteNative.Ensure();

/// <summary>Gives <c>dotnet ef</c> a context whose database is never opened.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteQuotaDb>
{
    public SqliteQuotaDb CreateDbContext(string[] args) =>
        (SqliteQuotaDb)new QuotaDbFactory(new() { Provider = DatabaseProvider.Sqlite, Connection = "Data Source=design.db" })
            .Create(AccessScope.Everything);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresQuotaDb>
{
    public PostgresQuotaDb CreateDbContext(string[] args) =>
        (PostgresQuotaDb)new QuotaDbFactory(new() { Provider = DatabaseProvider.Postgres, Connection = "Host=localhost" })
            .Create(AccessScope.Everything);
}
