using BuildingQuota.Data.Access;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Data;

/// <summary>Registers the database: <see cref="QuotaDb"/> per request, under the request's <see cref="CurrentScope"/>.</summary>
public static class DataModule
{
    public static IServiceCollection AddQuotaData(this IServiceCollection services, DatabaseOptions database) => services
        .AddSingleton(new QuotaDbFactory(database))
        .AddScoped<CurrentScope>()
        .AddScoped(provider => provider.GetRequiredService<QuotaDbFactory>().Create(provider.GetRequiredService<CurrentScope>()));
}
