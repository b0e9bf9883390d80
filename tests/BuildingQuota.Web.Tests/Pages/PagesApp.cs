using System.Net;
using System.Text.RegularExpressions;
using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Access;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Web.Tests.Pages;

/// <summary>The program itself on a database of its own, with the sample region in it and an account for each role.</summary>
public sealed partial class PagesApp : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bq-pages-");
    private readonly TestDatabase _database;

    private PagesApp(TestDatabase database) => _database = database;

    /// <summary>Ready to be asked; skips where there is no such database.</summary>
    public static async Task<PagesApp> Start(DatabaseProvider provider, bool listens = false)
    {
        var app = new PagesApp(await TestDatabase.Create(provider));
        if (listens)
        {
            app.UseKestrel(0);
            app.StartServer();
        }

        await app.UntilReady();
        await app.Fill(SampleRegion.Files);
        return app;
    }

    public static string NameOf(Role role) => $"{role}@pages".ToLowerInvariant();

    /// <summary>A browser without script: keeps cookies, follows redirects, signed in as the role.</summary>
    public async Task<HttpClient> SignedIn(Role role)
    {
        var client = CreateClient();
        var answer = await Post(client, "/sign-in", "/sign-in", new() { ["UserName"] = NameOf(role), ["Password"] = Password });
        Assert.Equal("/", answer.RequestMessage!.RequestUri!.AbsolutePath);
        return client;
    }

    /// <summary>Sends a form as the page at <paramref name="page"/> would: with its antiforgery token.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient client, string page, string action, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = await Token(client, page);
        return await client.PostAsync(action, new FormUrlEncodedContent(fields));
    }

    public static async Task<string> Token(HttpClient client, string page) =>
        WebUtility.HtmlDecode(TokenField().Match(await client.GetStringAsync(page)).Groups[1].Value);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("BuildingQuota:DataDirectory", _folder.FullName);
        builder.UseSetting("BuildingQuota:Database:Provider", _database.Options.Provider == DatabaseProvider.Postgres ? "postgres"
            : "sqlite");
        builder.UseSetting("BuildingQuota:Database:Connection", _database.Options.Connection);
        builder.UseSetting("BuildingQuota:Seed:Demo", "false");
        builder.UseSetting("BuildingQuota:Demo:Password", Password);
    }

    private async Task UntilReady()
    {
        using var client = CreateClient();
        for (var tries = 0; (await client.GetAsync("/health/ready")).StatusCode != HttpStatusCode.OK; tries++)
        {
            Assert.True(tries < 600, "the program did not become ready");
            await Task.Delay(100);
        }
    }

    private async Task Fill(IReadOnlyList<OfferedFile> files)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Use(AccessScope.Everything);
        var db = scope.ServiceProvider.GetRequiredService<QuotaDb>();
        await ReferenceData.Load(db, RepositoryRoot.File("seed"), TimeProvider.System, default);
        var report = await new ImportFiles(db, TimeProvider.System, new ImportLimits()).Run(new(files, null, false, "test"), null, default);
        Assert.True(report.ExitCode == 0, report.Files[^1].Name + ": " + report.Files[^1].Problems.Count + " problems: " + string.Join("; ", report.Files[^1].Problems));
        await new EvaluateYears(_database.Factory, TimeProvider.System).Run(new(), null, default);
        await new ForecastYear(_database.Factory, TimeProvider.System, new()).Run(null, default);
        foreach (var role in Enum.GetValues<Role>())
        {
            var code = role == Role.Facility ? SampleRegion.Over : role == Role.Admin ? null : "654200";
            await scope.ServiceProvider.GetRequiredService<CreateUser>().Run(new(NameOf(role), $"{role} person", role, code, Password),
                default);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
