using Microsoft.Extensions.Logging.Console;

namespace BuildingQuota.Web.Hosting;

/// <summary>What every way of running shares: settings, log, limits.</summary>
public static class HostSetup
{
    private const long LargestRequest = 1024 * 1024;

    /// <summary>Reads and checks the settings; a fault ends the program with a line each.</summary>
    public static BuildingQuotaSettings ReadSettings(this IConfiguration configuration)
    {
        var settings = configuration.GetSection(BuildingQuotaSettings.Section).Get<BuildingQuotaSettings>() ?? new BuildingQuotaSettings();
        var faults = settings.Faults().ToList();
        return faults.Count == 0 ? settings : throw new CannotStartException(string.Join(Environment.NewLine, faults));
    }

    public static WebApplicationBuilder AddQuotaHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(130);
            kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        });
        builder.Logging.AddQuotaLog(builder.Environment);
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    /// <summary>One short line an event for a person in Development, JSON for machines elsewhere.</summary>
    public static ILoggingBuilder AddQuotaLog(this ILoggingBuilder logging, IHostEnvironment environment)
    {
        logging.ClearProviders();
        if (!environment.IsDevelopment()) return logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        return logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
    }
}

/// <summary>The program cannot start as things are: <see cref="Exception.Message"/> is for the person at the console.</summary>
public sealed class CannotStartException(string message) : Exception(message);
