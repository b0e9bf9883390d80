using BuildingQuota.Data;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Feeds;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Metering;
using BuildingQuota.Features.Notices;
using BuildingQuota.Features.Planning;
using BuildingQuota.Features.Quotas;
using BuildingQuota.Web.Jobs;
using BuildingQuota.Web.Hosting.Start;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Console;

namespace BuildingQuota.Web.Hosting;

/// <summary>What the program is made of: AddQuota for verbs and server, AddQuotaServer for the server alone.</summary>
public static class HostSetup
{
    private const long LargestRequest = 1024 * 1024;

    public static WebApplicationBuilder AddQuota(this WebApplicationBuilder builder)
    {
        var settings = ReadSettings(builder.Configuration);
        builder.Logging.AddQuotaLog(builder.Environment);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .AddQuotaData(new DatabaseOptions
            {
                Provider = settings.OnPostgres ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite,
                Connection = settings.Connection,
            })
            .AddSingleton<PreparedDatabase>()
            .AddAccounts()
            .AddImports()
            .AddEvaluations().AddBudgets(settings.Budgets.Rules)
            .AddNotices()
            .AddPlanning()
            .AddQuotas()
            .AddScoped<FindLateBills>();
        return builder;
    }

    public static WebApplicationBuilder AddQuotaServer(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(130);
            kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        });
        builder.Services.AddQuotaProblems().AddQuotaHealth().AddSignIn().AddFirstStart().AddResponseCompression();
        var settings = ReadSettings(builder.Configuration);
        builder.Services.AddKeptCookieKeys().AddFeeds(settings.PublicUri, settings.FeedOrigins).AddQuotaJobs(settings);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        return builder;
    }

    /// <summary>What every request passes on its way to a page or a feed, in order.</summary>
    public static WebApplication UseQuotaPipeline(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseSecurityHeaders();
        app.UseQuotaProblems();
        app.UseStartGate();
        app.UseFeedCompression();
        app.UseRouting();
        app.UseAuthentication();
        app.UsePersonOfRequest();
        app.UseAuthorization();
        app.MapFeeds();
        return app.MapQuotaHealth();
    }

    /// <summary>Reads and checks the settings; a fault ends the program with a line each.</summary>
    private static BuildingQuotaSettings ReadSettings(ConfigurationManager configuration)
    {
        var settings = configuration.GetSection(BuildingQuotaSettings.Section).Get<BuildingQuotaSettings>() ?? new BuildingQuotaSettings();
        var faults = settings.Faults().ToList();
        return faults.Count == 0 ? settings : throw new CannotStartException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>One short line an event for a person in Development, JSON for machines elsewhere.</summary>
    private static void AddQuotaLog(this ILoggingBuilder logging, IHostEnvironment environment)
    {
        logging.ClearProviders();
        if (environment.IsDevelopment())
            logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.ColorBehavior) =
                (true, "HH:mm:ss ", LoggerColorBehavior.Default));
        else logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
    }
}

/// <summary>The program cannot start as things are: <see cref="Exception.Message"/> is for the person at the console.</summary>
public sealed class CannotStartException(string message) : Exception(message);
