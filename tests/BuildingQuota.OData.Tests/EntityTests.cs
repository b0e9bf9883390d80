using System.Net;
using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>Single rows, single values, and the documents that hang on rows.</summary>
[Collection(ShopTests.Name)]
public sealed class EntityTests(Stores stores)
{
    private readonly ShopHost _host = stores[Store.Sqlite];

    public static TheoryData<Store> All => Stores.All;

    [SkippableTheory, MemberData(nameof(All))]
    public async Task A_row_is_read_by_its_key(Store store)
    {
        Assert.Equal("O'Neil", (string?)(await stores[store].Json("Books(8)"))["AuthorName"]);
        Assert.Equal(8, (int?)(await stores[store].Json("Books/8"))["Id"]);
        Assert.Equal("IE", (string?)(await stores[store].Json("Authors('O''Neil')"))["Country"]);
        Assert.Null((await stores[store].Json("Authors('Ada%2FByron')"))["Country"]);
    }

    [Fact]
    public async Task A_key_of_two_columns_is_named()
    {
        Assert.Equal("Poetry", (string?)(await _host.Json("Places(Room='A',Shelf=1)"))["Holds"]);
        Assert.Equal("http://shop.test/odata/$metadata#Places(Room='B''x',Shelf=1)/Shelf".Replace("''", "%27%27", StringComparison.Ordinal),
            (string?)(await _host.Json("Places(Room='B''x',Shelf=1)/Shelf"))["@odata.context"]);
        Assert.Equal("404 resource.not-found", await _host.Code("Places(Room='A',Shelf=3)"));
    }

    [Fact]
    public async Task A_value_is_read_alone_and_bare()
    {
        Assert.Equal(21.6m, (decimal?)(await _host.Json("Books(8)/Price"))["value"]);
        Assert.Equal("2023-02-01", await _host.Client.GetStringAsync("Books(1)/Published/$value"));
        Assert.Equal("true", await _host.Client.GetStringAsync("Books(2)/InPrint/$value"));
    }

    [Theory]
    [InlineData("Books(8)/Published")]
    [InlineData("Books(8)/Published/$value")]
    public async Task A_value_that_is_null_has_no_content(string url)
    {
        using var response = await _host.Client.GetAsync(url);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task A_document_is_sent_with_its_type_name_and_tag()
    {
        using var response = await _host.Client.GetAsync("Authors('鲁迅')/Letter");
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("\"abc\"", response.Headers.ETag?.Tag);
        Assert.Equal("信 1.pdf", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(ShopService.Cover, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task B44_a_document_that_the_client_has_is_not_sent_again()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "Authors('鲁迅')/Letter");
        request.Headers.TryAddWithoutValidation("If-None-Match", "\"abc\"");
        using var response = await _host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }

    [Fact]
    public async Task A_document_of_a_row_that_is_not_there_is_not_there_either()
    {
        Assert.Equal("404 resource.not-found", await _host.Code("Authors('nobody')/Notes")); // though its stream would open for any name
        Assert.Equal("404 resource.not-found", await _host.Code("Authors('O''Neil')/Letter")); // a row without one
        Assert.Equal("""{"of":1}""", await _host.Client.GetStringAsync("Authors('O''Neil')/Notes"));
    }

    [Fact]
    public async Task Rows_link_to_their_documents()
    {
        var rows = await _host.Json("Authors?$select=Letter&$filter=Name eq 'Ada/Byron'");
        var row = Assert.Single(rows["value"]!.AsArray())!.AsObject(); // a page has a value
        Assert.Equal("http://shop.test/odata/Authors('Ada%2FByron')/Letter", (string?)Assert.Single(row).Value);
        using var response = await _host.Client.GetAsync("http://shop.test/odata/Authors('Ada%2FByron')/Notes");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
