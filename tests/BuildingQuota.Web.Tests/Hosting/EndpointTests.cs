using System.Net;
using BuildingQuota.Data;
using BuildingQuota.Testing.Hosting;
using BuildingQuota.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Web.Tests.Hosting;

public sealed class EndpointTests
{
    [Fact]
    public async Task Every_endpoint_says_who_may_come_in()
    {
        var app = await QuotaApp.Shared(DatabaseProvider.Sqlite);

        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.Empty(endpoints.Where(IsSilent).Select(endpoint => endpoint.DisplayName));
    }

    [Fact]
    public void An_endpoint_that_says_nothing_is_found() =>
        Assert.True(IsSilent(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/x"), 0, null, "x")));

    [Fact]
    public async Task Answers_carry_the_headers_that_keep_browsers_in_bounds()
    {
        using var client = (await QuotaApp.Shared(DatabaseProvider.Sqlite)).Anonymous();

        using var answer = await client.GetAsync("/sign-in");

        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told_to_anybody(string path)
    {
        using var client = (await QuotaApp.Shared(DatabaseProvider.Sqlite)).Anonymous();

        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_sends_strangers_to_sign_in()
    {
        using var client = (await QuotaApp.Shared(DatabaseProvider.Sqlite)).Anonymous();

        using var answer = await client.GetAsync("/institutions");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The framework's own fallback for files takes no declaration; the fallback policy guards it.</summary>
    private static bool IsSilent(Microsoft.AspNetCore.Http.Endpoint endpoint) => endpoint.DisplayName != "Fallback {**path:file}"
        && endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
}
