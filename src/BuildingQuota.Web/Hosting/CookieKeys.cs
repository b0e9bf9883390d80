using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace BuildingQuota.Web.Hosting;

/// <summary>Keys of cookies and forms live in the data directory, so that a restart signs nobody out.</summary>
internal static class CookieKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static IServiceCollection AddKeptCookieKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("BuildingQuota");
        return services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
        {
            var folder = Directory.CreateDirectory(Path.Combine(provider.GetRequiredService<BuildingQuotaSettings>().DataPath, "keys"));
            if (!OperatingSystem.IsWindows()) folder.UnixFileMode = OwnerOnly;
            return new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = new FileSystemXmlRepository(folder, provider.GetRequiredService<ILoggerFactory>()));
        });
    }
}
