using System.Net;
using System.Net.Http.Headers;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Features.Access;
using BuildingQuota.Testing.Databases;
using BuildingQuota.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Web.Tests.Access;

public sealed class KeyTests
{
    [Fact]
    public async Task Without_a_key_the_feeds_answer_401_with_a_Basic_challenge_and_never_a_redirect()
    {
        using var client = (await QuotaApp.Shared(DatabaseProvider.Sqlite)).Anonymous();

        using var answer = await client.GetAsync("/odata/Institutions");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.StartsWith("Basic realm=\"BuildingQuota\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal("4.0", answer.Headers.GetValues("OData-Version").Single());
        Assert.Contains("\"access.unauthenticated\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_key_opens_the_feeds_as_Basic_and_as_Bearer_and_nothing_else(DatabaseProvider provider)
    {
        var app = await QuotaApp.Shared(provider);
        var key = await app.MakeKey(await app.MakeAccount(Role.Auditor));
        using var basic = app.With(key);
        using var bearer = app.Anonymous();
        bearer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Credentials);

        Assert.Equal(HttpStatusCode.OK, await StatusOf(basic));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(bearer));
        Assert.Equal(HttpStatusCode.Redirect, await StatusOf(basic, "/institutions"));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_key_counts_until_it_is_revoked_or_has_expired(DatabaseProvider provider)
    {
        var app = await QuotaApp.Shared(provider);
        var account = await app.MakeAccount(Role.Auditor);
        var (revoked, expired) = (await app.MakeKey(account), await app.MakeKey(account));
        await app.Do<RevokeKey>(revoke => revoke.Run(new(revoked.Id), CancellationToken.None));
        await app.Do<QuotaDb>(db => db.ApiKeys.Where(key => key.Id == expired.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.ExpiresAt, TimeProvider.System.GetUtcNow().AddSeconds(-1))));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(app.With(revoked)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(app.With(expired)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Shutting_the_demonstrations_accounts_locks_them_revokes_their_keys_and_minds_nobody_else(DatabaseProvider provider)
    {
        await using var app = await QuotaApp.Start(provider);
        await app.Do<CreateUser>(create => create.Run(new("left@demo", "left", Role.Admin, null, QuotaApp.Password), CancellationToken.None));
        var (left, other) = (await app.MakeKey("left@demo"), await app.MakeKey(await app.MakeAccount(Role.Auditor)));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(app.With(left)));

        await app.Do<ShutAccounts>(async shut => Assert.Equal(1, await shut.Run("@demo", CancellationToken.None)));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(app.With(left)));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(app.With(other)));
        await app.Do<QuotaDb>(async db => Assert.Equal(["left@demo"], await db.Users.Where(account => account.LockoutEnd != null)
            .Select(account => account.UserName!).ToListAsync()));
    }

    [Fact]
    public async Task Guessing_is_slowed_down_for_that_key_alone()
    {
        var app = await QuotaApp.Shared(DatabaseProvider.Sqlite);
        var account = await app.MakeAccount(Role.Auditor);
        var (guessed, other) = (await app.MakeKey(account), await app.MakeKey(account));
        using var guesser = app.With(guessed with { Secret = "wrong" });

        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(guesser));
        using var slowed = await guesser.GetAsync("/odata");

        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.NotNull(slowed.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, await StatusOf(app.With(other)));
    }

    [Fact]
    public async Task A_changed_scope_acts_on_the_next_request()
    {
        var app = await QuotaApp.Shared(DatabaseProvider.Sqlite);
        var name = await app.MakeAccount(Role.Officer, Town.CountyA);
        using var client = app.With(await app.MakeKey(name));
        var before = await client.GetStringAsync("/odata/Institutions?$select=Code");

        await app.Do<QuotaDb>(db => db.Users.Where(account => account.UserName == name)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.ScopeCode, Town.CountyB)));
        var after = await client.GetStringAsync("/odata/Institutions?$select=Code");

        Assert.Contains(Town.A, before, StringComparison.Ordinal);
        Assert.DoesNotContain(Town.A, after, StringComparison.Ordinal);
        Assert.Contains(Town.B, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_is_for_those_who_may_read_it()
    {
        var app = await QuotaApp.Shared(DatabaseProvider.Sqlite);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusOf(await app.WithKey(Role.Officer), "/odata/AuditEvents"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOf(await app.WithKey(Role.Officer), "/odata/AuditEvents/$count"));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(await app.WithKey(Role.Auditor), "/odata/AuditEvents"));
    }

    [Fact]
    public async Task Whoever_has_signed_in_reads_the_feeds_in_the_browser()
    {
        var app = await QuotaApp.Shared(DatabaseProvider.Sqlite);
        using var browser = await app.SignInAs(Role.Facility, Town.A);

        var seen = await browser.GetStringAsync("/odata/Institutions?$select=Code");

        Assert.Contains(Town.A, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Town.B, seen, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusOf(HttpClient client, string path = "/odata")
    {
        using var answer = await client.GetAsync(path);
        return answer.StatusCode;
    }
}
