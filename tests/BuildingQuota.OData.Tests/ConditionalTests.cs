using System.Net;
using System.Text;
using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>Behaviours 28, 44 and 46: tags, other origins, and queries that are posted.</summary>
[Collection(ShopTests.Name)]
public sealed class ConditionalTests(Stores stores)
{
    private readonly ShopHost _host = stores[Store.Sqlite];

    [Theory]
    [InlineData("Books(1)")]
    [InlineData("Books(1)?$select=Id")]
    [InlineData("Books(1)/Author?$expand=Books")]
    [InlineData("$metadata")]
    public async Task B44_an_answer_that_the_client_has_is_not_sent_again(string url)
    {
        using var first = await Get(url, null, null);
        var tag = first.Headers.ETag!; // asserted by its use
        Assert.False(tag.IsWeak);

        using var again = await Get(url, "If-None-Match", tag.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());

        using var weak = await Get(url, "If-None-Match", $"\"other\", W/{tag}");
        Assert.Equal(HttpStatusCode.NotModified, weak.StatusCode);
        using var other = await Get(url, "If-None-Match", "\"other\"");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var expected = await Get(url, "If-Match", "\"other\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, expected.StatusCode);
    }

    [Fact]
    public async Task B44_a_row_that_changes_gets_another_tag()
    {
        await using var shop = await ChangingShop.Open();
        await shop.Add(70, pages: 1);
        using var before = await shop.Host.Client.GetAsync("Books(70)");
        await shop.Remove([70]);
        await shop.Add(70, pages: 2);
        using var after = await shop.Host.Client.GetAsync("Books(70)");
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task B46_a_page_of_a_named_origin_may_read_and_sees_the_headers_it_needs()
    {
        await using var open = await stores.Another(Store.Sqlite, options => options.Origins.Add("https://reports.example"));
        foreach (var url in new[] { "Books?$top=1", "Books(9999)", "$metadata" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Add("Origin", "https://reports.example");
            using var response = await open.Client.SendAsync(request);
            Assert.Equal("https://reports.example", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
            var exposed = response.Headers.GetValues("Access-Control-Expose-Headers").Single();
            foreach (var name in new[] { "ETag", "OData-Version", "Preference-Applied", "Retry-After", "X-CSRF-Token", "Date" })
                Assert.Contains(name, exposed, StringComparison.Ordinal);
        }

        using var preflight = new HttpRequestMessage(HttpMethod.Options, "Books");
        preflight.Headers.Add("Origin", "https://reports.example");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        using var allowed = await open.Client.SendAsync(preflight);
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Contains("GET", allowed.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Contains("Authorization", allowed.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    public async Task B46_a_page_of_another_origin_is_told_nothing(string origin)
    {
        await using var open = await stores.Another(Store.Sqlite, options => options.Origins.Add("https://reports.example"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "Books?$top=1");
        request.Headers.Add("Origin", origin);
        using var response = await open.Client.SendAsync(request);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Contains("Origin", response.Headers.Vary);
    }

    [Fact]
    public async Task Options_says_what_is_possible()
    {
        using var response = await _host.Client.SendAsync(new(HttpMethod.Options, "Books"));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains("GET", response.Content.Headers.Allow);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("$filter=Id in (3,1) and Title ne '&'", "text/plain", "")]
    [InlineData("%24filter=Id%20in%20(3,1)&$count=true", "text/plain;charset=utf-8", "?$orderby=Id")]
    [InlineData("$filter=Id+le+3+and+Id+ne+2+and+Title+ne+%27市%27", "application/x-www-form-urlencoded", "")]
    public async Task B28_a_query_may_be_posted(string body, string type, string more)
    {
        if (body.Contains('&', StringComparison.Ordinal)) body = body.Replace("'&'", "'%26'", StringComparison.Ordinal);
        using var response = await Post("Books/$query" + more, body, type);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.Equal([1, 3], Answers.Ids(System.Text.Json.Nodes.JsonNode.Parse(text)!));
    }

    [Fact]
    public async Task B28_a_posted_query_goes_on_by_links_that_can_be_followed()
    {
        using var response = await Post("Books/$query", "$filter=Title ne '市 图'&$select=Id", "text/plain");
        var page = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var rest = await _host.Pages((string)page["@odata.nextLink"]!); // 60 rows
        Assert.Equal(60, Answers.Ids(page).Length + rest.Sum(next => next.Length));
    }

    [Theory]
    [InlineData("Books/$query", "$fitler=Id eq 1", "text/plain", 400, "query.unknown-option")]
    [InlineData("Books/$query?$top=1", "$top=2", "text/plain", 400, "query.duplicate-option")]
    [InlineData("Books/$query", "{}", "application/json", 415, "request.unsupported-media-type")]
    [InlineData("Bocks/$query", "$top=1", "text/plain", 404, "resource.unknown")]
    public async Task A_posted_query_is_as_strict_as_any(string url, string body, string type, int status, string code)
    {
        using var response = await Post(url, body, type);
        var error = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!;
        Assert.Equal((status, code), ((int)response.StatusCode, (string?)error["code"]));
    }

    [Fact]
    public async Task B28_a_posted_query_whose_links_would_be_too_long_is_refused_unless_it_fits_a_page()
    {
        var names = string.Join(',', Enumerable.Range(0, 900).Select(i => $"'市图书馆{i}'"));
        using var paged = await Post("Books/$query", $"$filter=not (Title in ({names}))", "text/plain");
        Assert.Contains("query.too-long-for-pages", await paged.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var fits = await Post("Books/$query", $"$filter=not (Title in ({names}))&$top=25", "text/plain");
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
    }

    private Task<HttpResponseMessage> Post(string url, string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        return _host.Client.PostAsync(url, content);
    }

    private async Task<HttpResponseMessage> Get(string url, string? header, string? value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (header is not null) request.Headers.TryAddWithoutValidation(header, value);
        return await _host.Client.SendAsync(request);
    }
}
