using System.Net;
using System.Text.Json.Nodes;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Tests.Shop;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BuildingQuota.OData.Tests;

/// <summary>The service on a real Kestrel, behind a host's authorization.</summary>
public sealed class HostingTests
{
    [Fact]
    public async Task B39_without_credentials_the_answer_is_401_with_a_basic_challenge_and_an_OData_body()
    {
        await using var app = await Start(options =>
            options.EntitySet<AuthorRow>("Authors", row => row.Name, _ => Enumerable.Empty<AuthorRow>().AsQueryable()));
        using var client = Client(app);

        using var refused = await client.GetAsync("odata/Authors");
        client.DefaultRequestHeaders.Add("Authorization", "Basic a2V5");
        using var welcome = await client.GetAsync("odata/Authors");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("Basic realm=\"BuildingQuota\", charset=\"UTF-8\"", refused.Headers.WwwAuthenticate.Single().ToString());
        Assert.Equal("4.0", refused.Headers.GetValues("OData-Version").Single());
        Assert.Equal("request.unauthorized", (string?)JsonNode.Parse(await refused.Content.ReadAsStringAsync())?["error"]?["code"]);
        Assert.Equal(HttpStatusCode.OK, welcome.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_never_taken_for_a_whole_one()
    {
        await using var shop = await ChangingShop.Open();
        await shop.Spoil(id: 3);
        // the test server's word for a cut line
        await Assert.ThrowsAsync<OperationCanceledException>(() => shop.Host.Client.GetStringAsync("Books"));
    }

    [Fact]
    public async Task A_failure_before_the_first_row_is_still_told()
    {
        await using var shop = await ChangingShop.Open();
        await shop.Spoil(id: 1);
        var (status, error) = await shop.Host.Refused("Books");
        Assert.Equal((500, "server.failure"), (status, (string?)error["code"]));
    }

    private static async Task<WebApplication> Start(Action<ODataServiceOptions> declare)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddODataService(declare);
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication("key").AddScheme<AuthenticationSchemeOptions, AnyKey>("key", null);
        var app = builder.Build();
        app.MapOData("/odata").RequireAuthorization();
        await app.StartAsync();
        return app;
    }

    private static HttpClient Client(WebApplication app) => new()
    {
        // it listens, so it has an address
        BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/"),
    };

    private sealed class AnyKey(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log,
        System.Text.Encodings.Web.UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers.Authorization.Count == 0
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new(new(new System.Security.Claims.ClaimsIdentity("key")), "key")));

        protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
            ODataErrors.ChallengeAsync(Context, "BuildingQuota");
    }
}
