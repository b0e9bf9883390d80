using System.Net.Http.Headers;
using System.Text;
using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using BuildingQuota.Domain.Access;
using BuildingQuota.Features.Access;
using BuildingQuota.Testing.Databases;
using BuildingQuota.Web.Hosting.Start;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace BuildingQuota.Testing.Hosting;

/// <summary>The whole program in memory, on a database and a data directory of its own. With reference data, without accounts.</summary>
public sealed class QuotaApp : WebApplicationFactory<Program>
{
    public const string Password = "a-long-password";
    private readonly TestDatabase _database;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bq-app-");
    private int _made;

    private QuotaApp(TestDatabase database) => _database = database;

    /// <summary>Started and ready.</summary>
    public static async Task<QuotaApp> Start(DatabaseProvider provider)
    {
        var app = new QuotaApp(await TestDatabase.Create(provider));
        await app.Services.GetRequiredService<StartState>().Ready;
        return app;
    }

    /// <summary>One app for all tests of the process that do not mind each other's rows.</summary>
    public static Task<QuotaApp> Shared(DatabaseProvider provider)
    {
        TestDatabase.SkipWithoutServer(provider);
        return provider == DatabaseProvider.Sqlite ? OnSqlite.Value : OnPostgres.Value;
    }

    private static readonly Lazy<Task<QuotaApp>> OnSqlite = new(() => StartShared(DatabaseProvider.Sqlite));
    private static readonly Lazy<Task<QuotaApp>> OnPostgres = new(() => StartShared(DatabaseProvider.Postgres));

    /// <summary>A browser that follows no redirect and has not signed in.</summary>
    public HttpClient Anonymous() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A program with a fresh key of a fresh account.</summary>
    public async Task<HttpClient> WithKey(Role role, string? scope = null) => With(await MakeKey(await MakeAccount(role, scope)));

    public HttpClient With(CreateKey.NewKey key)
    {
        var client = Anonymous();
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(key.Credentials));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        return client;
    }

    /// <summary>A browser that has signed in as a fresh account.</summary>
    public async Task<HttpClient> SignInAs(Role role, string? scope = null)
    {
        var browser = Anonymous();
        await SignInForm.Send(browser, await MakeAccount(role, scope), Password);
        return browser;
    }

    /// <summary>Its name.</summary>
    public async Task<string> MakeAccount(Role role, string? scope = null)
    {
        var name = FormattableString.Invariant($"{role}-{Interlocked.Increment(ref _made)}@test").ToLowerInvariant();
        await Do<CreateUser>(create => create.Run(new(name, name, role, scope, Password), CancellationToken.None));
        return name;
    }

    public async Task<CreateKey.NewKey> MakeKey(string account)
    {
        CreateKey.NewKey? made = null;
        await Do<CreateKey>(async create => made = await create.Run(new(account, "test"), CancellationToken.None));
        return made!;
    }

    /// <summary>Runs a use case that sees everything.</summary>
    public async Task Do<TUseCase>(Func<TUseCase, Task> work) where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Use(AccessScope.Everything);
        await work(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Test")
        .UseSetting("BuildingQuota:Database:Provider", _database.Options.Provider.ToString())
        .UseSetting("BuildingQuota:Database:Connection", _database.Options.Connection)
        .UseSetting("BuildingQuota:DataDirectory", _folder.FullName)
        .UseSetting("BuildingQuota:PublicBaseUrl", "http://localhost")
        .ConfigureLogging(log => log.AddFilter<ConsoleLoggerProvider>(null, LogLevel.None));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private static async Task<QuotaApp> StartShared(DatabaseProvider provider)
    {
        var app = await Start(provider);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => app.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await Town.Settle(app);
        return app;
    }
}
