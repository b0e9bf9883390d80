using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Testing.Hosting;

namespace BuildingQuota.Web.Tests.Feeds;

/// <summary>What the program adds around the feeds: batches within their scope, compression, preflights without a key.</summary>
public sealed class FeedProtocolTests
{
    [Fact]
    public async Task B43_a_batch_sees_what_its_sender_sees_and_no_more()
    {
        using var client = await (await QuotaApp.Shared(DatabaseProvider.Sqlite)).WithKey(Role.Facility, Town.A);
        using var content = new StringContent($$$"""
            {"requests":[{"id":"1","method":"GET","url":"Institutions('{{{Town.A}}}')","headers":{"Authorization":"Basic eDp5"}},
              {"id":"2","method":"GET","url":"Institutions('{{{Town.B}}}')"},{"id":"3","method":"GET","url":"AuditEvents"}]}
            """, Encoding.UTF8, "application/json");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Prefer", "odata.continue-on-error");

        using var answer = await client.PostAsync("/odata/$batch", content);

        var answers = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["responses"]!.AsArray(); // as a batch is
        Assert.Equal([200, 404, 403], answers.Select(one => (int)one!["status"]!));
    }

    [Fact]
    public async Task B43_a_batch_without_a_key_is_refused_whole()
    {
        using var client = (await QuotaApp.Shared(DatabaseProvider.Sqlite)).Anonymous();
        using var content = new StringContent("""{"requests":[]}""", Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync("/odata/$batch", content);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task B48_feeds_are_compressed_for_who_takes_it(string encoding)
    {
        using var client = await (await QuotaApp.Shared(DatabaseProvider.Sqlite)).WithKey(Role.Auditor);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", encoding);

        using var feed = await client.GetAsync("/odata/Bills");
        using var page = await client.GetAsync("/sign-in");

        Assert.Equal(encoding, feed.Content.Headers.ContentEncoding.Single());
        Assert.Contains("Accept-Encoding", feed.Headers.Vary);
        Assert.Empty(page.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task B46_a_preflight_needs_no_key()
    {
        using var client = (await QuotaApp.Shared(DatabaseProvider.Sqlite)).Anonymous();

        using var answer = await client.SendAsync(new(HttpMethod.Options, "/odata/Bills"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
