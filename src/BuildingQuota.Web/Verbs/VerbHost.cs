using System.Globalization;
using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Web.Hosting;
using BuildingQuota.Web.Hosting.Start;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Console;

namespace BuildingQuota.Web.Verbs;

/// <summary>Carries out a verb on the configured database, seeing everything; what goes wrong is one line and exit code 1.</summary>
internal sealed class VerbHost(string[] settings)
{
    /// <summary>Migrates and seeds first where that is still to be done.</summary>
    public Task<int> Run(Func<VerbRun, Task<int>> work, CancellationToken stop) => RunAsFound(
        async run =>
        {
            await run.Get<PreparedDatabase>().Ready(run.Stop);
            return await work(run);
        },
        stop);

    /// <summary>On the database as it is, even a damaged one: nothing is done to it but what the verb does.</summary>
    public async Task<int> RunAsFound(Func<VerbRun, Task<int>> work, CancellationToken stop)
    {
        try
        {
            var options = new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory };
            var builder = WebApplication.CreateBuilder(options);
            builder.AddQuota();
            builder.Services.AddKeptCookieKeys(); // tokens of accounts are made with them
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Services.Configure<ConsoleLoggerOptions>(log => log.LogToStandardErrorThreshold = LogLevel.Trace); // results alone
            await using var app = builder.Build();
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentScope>().Use(AccessScope.Everything);
            return await work(new VerbRun(scope.ServiceProvider, stop));
        }
        catch (RuleBrokenException rule)
        {
            return await Say($"{rule.Code}: {rule.Message} {rule.Remedy}".TrimEnd());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return await Say("Stopped before the end; what was not finished was not kept.");
        }
        catch (Exception failure)
        {
            return await Say(failure.Message);
        }
    }

    private static async Task<int> Say(string line)
    {
        await Console.Error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return CommandLine.Failed;
    }
}

/// <summary>What a verb works with while it runs.</summary>
internal sealed record VerbRun(IServiceProvider Services, CancellationToken Stop)
{
    /// <summary>As the audit trail names whoever stands at the console.</summary>
    public const string Actor = "console";

    public static string Language =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" || CultureInfo.CurrentUICulture.Name.Length == 0 ? "en" : "zh-CN";

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>From here on with the eyes of this account.</summary>
    public async Task<Account> Enter(string name)
    {
        var account = await Get<UserManager<Account>>().FindByNameAsync(name)
            ?? throw new RuleBrokenException("account.unknown", $"There is no account '{name}'.", "Make it first: user create.");
        Get<CurrentScope>().Use(await Get<QuotaDb>().ScopeOf(account, Stop));
        return account;
    }

    /// <summary>Shows how far the work is, on the error output and only to a person.</summary>
    public static IProgress<T> Progress<T>(Func<T, string> say) => new ConsoleProgress<T>(say);
}
