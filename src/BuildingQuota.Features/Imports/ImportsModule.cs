using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BuildingQuota.Features.Imports;

/// <summary>Registers <see cref="ImportFiles"/>; needs the database and a clock.</summary>
public static class ImportsModule
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new ImportLimits());
        return services.AddScoped<ImportFiles>();
    }
}
