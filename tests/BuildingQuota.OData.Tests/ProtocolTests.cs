using System.Net;
using System.Text.Json.Nodes;
using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>Behaviours 1 to 13: what stands on the wire, to the letter.</summary>
[Collection(ShopTests.Name)]
public sealed class ProtocolTests(Stores stores)
{
    private readonly ShopHost _host = stores[Store.Sqlite];

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("application/json;odata.metadata=minimal;q=1.0,application/atom+xml;q=0.8,application/xml;q=0.7")]
    public async Task B1_metadata_is_XML_whatever_accept_says(string? accept)
    {
        using var response = await Get("$metadata", accept);
        Assert.Equal("application/xml", response.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("<?xml", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B1_metadata_is_JSON_for_an_explicit_format() =>
        Assert.Equal("Shop.Default", (string?)(await _host.Json("$metadata?$format=json"))["$EntityContainer"]);

    [Theory]
    [InlineData("http://shop.test/odata")]
    [InlineData("http://shop.test/odata/")]
    public async Task B2_the_service_document_stands_at_the_root_with_and_without_a_slash(string url)
    {
        var document = await _host.Json(url);
        Assert.Equal("http://shop.test/odata/$metadata", (string?)document["@odata.context"]);
        Assert.Equal("""{"name":"Books","kind":"EntitySet","url":"Books"}""", document["value"]![0]!.ToJsonString()); // else it fails here
    }

    [Theory]
    [InlineData("")]
    [InlineData("$metadata")]
    [InlineData("Books?$top=1")]
    [InlineData("Books(1)")]
    [InlineData("Books(1)/Title")]
    [InlineData("Books(1)/Title/$value")]
    [InlineData("Books/$count")]
    [InlineData("Books(4)/Subtitle")]
    public async Task B3_every_answer_says_its_version(string url)
    {
        using var response = await Get(url, null);
        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("4.0", response.Headers.GetValues("OData-Version").Single());
    }

    [Theory]
    [InlineData(null, "application/json; odata.metadata=minimal")]
    [InlineData("*/*", "application/json; odata.metadata=minimal")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "application/json; odata.metadata=minimal")]
    [InlineData("application/json;odata.metadata=none", "application/json; odata.metadata=none")]
    [InlineData("application/json;odata.metadata=full,application/json;q=0.5", "application/json; odata.metadata=minimal")]
    [InlineData("application/json;IEEE754Compatible=true", "application/json; odata.metadata=minimal; IEEE754Compatible=true")]
    public async Task B3_the_content_type_says_what_was_made(string? accept, string expected)
    {
        using var response = await Get("Books?$top=1", accept);
        Assert.Equal(expected, response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;odata.metadata=full")]
    [InlineData("application/atom+xml, application/json;q=0")]
    public async Task What_cannot_be_made_is_refused(string accept)
    {
        using var response = await Get("Books", accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Theory]
    [InlineData("Books?$top=1", "#Books")]
    [InlineData("Books?$top=1&$select=Price,Id", "#Books(Price,Id)")]
    [InlineData("Books?$top=1&$select=*", "#Books")]
    [InlineData("Books(1)", "#Books/$entity")]
    [InlineData("Books(1)?$select=Title", "#Books(Title)/$entity")]
    [InlineData("Books(1)/Price", "#Books(1)/Price")]
    [InlineData("Authors('Ada%2FByron')/Name", "#Authors('Ada%2FByron')/Name")]
    public async Task B4_the_context_is_exact(string url, string fragment) =>
        Assert.Equal("http://shop.test/odata/$metadata" + fragment, (string?)(await _host.Json(url))["@odata.context"]);

    [Fact]
    public async Task B5_links_carry_the_public_address_when_it_is_set()
    {
        await using var behind = await stores.Another(Store.Sqlite, options =>
            options.PublicBaseUrl = new Uri("https://quota.example:8443/base/"));
        var page = await behind.Json("Books");
        Assert.Equal("https://quota.example:8443/base/odata/$metadata#Books", (string?)page["@odata.context"]);
        Assert.StartsWith("https://quota.example:8443/base/odata/Books?$skiptoken=", (string?)page["@odata.nextLink"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task B6_every_declared_property_is_in_each_row_nulls_too()
    {
        var metadata = System.Xml.Linq.XDocument.Parse(await _host.Client.GetStringAsync("$metadata"));
        var declared = metadata.Descendants().First(element => (string?)element.Attribute("Name") == "Book")
            .Elements().Where(element => element.Name.LocalName == "Property").Select(element => (string?)element.Attribute("Name"));
        var rows = (await _host.Json("Books"))["value"]!.AsArray(); // a page has a value
        Assert.All(rows, row => Assert.Equal(declared, row!.AsObject().Select(member => member.Key)));
    }

    [Fact]
    public async Task B9_values_stand_as_the_protocol_writes_them()
    {
        var body = await _host.Client.GetStringAsync("Books(8)");
        Assert.Contains("\"Published\":null", body, StringComparison.Ordinal);
        Assert.Contains("\"AddedAt\":\"2025-04-02T08:00:00.008Z\"", body, StringComparison.Ordinal);
        Assert.Contains("\"AuthorName\":\"O'Neil\"", body, StringComparison.Ordinal);
        Assert.Contains("\"Genre\":\"Novel\"", body, StringComparison.Ordinal);
        Assert.Equal(21.6m, (decimal?)JsonNode.Parse(body)!["Price"]); // parsed above
        Assert.Contains("龙 & <tag>", await _host.Client.GetStringAsync("Books(9)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exact_numbers_are_text_for_clients_that_ask_so()
    {
        var row = await _host.Json("Books(3)?$format=application/json;IEEE754Compatible=true");
        Assert.Equal("3000000003", (string?)row["Sold"]);
        Assert.StartsWith("0.000003", (string?)row["Discount"], StringComparison.Ordinal);
        Assert.Equal(3, (int?)row["Id"]);
    }

    [Fact]
    public async Task Without_metadata_only_data_and_the_next_link_remain()
    {
        var page = await _host.Json("Books?$format=application/json;odata.metadata=none");
        Assert.Equal(["value", "@odata.nextLink"], page.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData("4.0", 200)]
    [InlineData("4.01", 200)]
    [InlineData("5.0", 200)]
    [InlineData("3.0", 400)]
    [InlineData("old", 400)]
    public async Task B13_the_version_that_a_client_takes_at_most_is_honoured(string most, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "Books");
        request.Headers.Add("OData-MaxVersion", most);
        using var response = await _host.Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("4.0", response.Headers.GetValues("OData-Version").Single());
    }

    [Theory]
    [InlineData("Books?$filter=contains(Title,'%E5%B8%82')&$select=Id")]
    [InlineData("Books?$filter=contains(Title,'市')&$select=Id")]
    [InlineData("Books?$filter=contains(Title%2C'%E5%B8%82')+and+true&$select=Id")]
    [InlineData("Books?%24filter=contains(Title,@t)&%40t=%27市%27&$select=Id")]
    public async Task B31_spaces_pluses_quotes_and_Chinese_arrive_however_they_are_encoded(string url) =>
        Assert.Equal("12 24 36 48 60", string.Join(' ', Answers.Ids(await _host.Json(url))));

    [Theory]
    [InlineData("$filter=Id in @ids&@ids=(1,2)")]
    [InlineData("$filter=Id in @ids&@ids=[1,2]")]
    [InlineData("$filter=Id in (@one,2)&@one=1")]
    [InlineData("$filter=Id le @most&@most=2")]
    public async Task Aliases_stand_for_values_and_lists(string query) =>
        Assert.Equal("1 2", string.Join(' ', await _host.Ids(query)));

    [Theory]
    [InlineData("")]
    [InlineData("Books")]
    [InlineData("$metadata")]
    [InlineData("Nothing")]
    public async Task B42_head_is_get_without_a_body(string url)
    {
        using var whole = await Get(url, null);
        using var response = await _host.Client.SendAsync(new(HttpMethod.Head, url));
        Assert.Equal(whole.StatusCode, response.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, response.Content.Headers.ContentType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_selection_leaves_out_what_was_not_asked_for() =>
        Assert.Equal(["@odata.context", "Price", "Id"],
            (await _host.Json("Books(1)?$select=Price,Id")).AsObject().Select(member => member.Key));

    private async Task<HttpResponseMessage> Get(string url, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return await _host.Client.SendAsync(request);
    }
}
