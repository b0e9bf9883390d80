using BuildingQuota.Data.Access;
using BuildingQuota.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data;

/// <summary>The embedded database. Decimals are text compared and added exactly by EF Core's functions (decision 0003).</summary>
public sealed class SqliteQuotaDb(DbContextOptions<SqliteQuotaDb> options, CurrentScope scope) : QuotaDb(options, scope)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Instants.AsUtcTicks>();
    }
}
