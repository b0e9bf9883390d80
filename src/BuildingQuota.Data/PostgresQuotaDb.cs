using BuildingQuota.Data.Access;
using BuildingQuota.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data;

/// <summary>
/// The same model for a region that outgrows one machine. Text compares by bytes there too, so both databases order alike.
/// </summary>
public sealed class PostgresQuotaDb(DbContextOptions<PostgresQuotaDb> options, CurrentScope scope) : QuotaDb(options, scope)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Instants.AsUtc>();
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
