using System.Net;
using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>Behaviours 14 to 24. The page size of the shop is 25, its books are 60.</summary>
[Collection(ShopTests.Name)]
public sealed class PagingTests(Stores stores)
{
    public static TheoryData<Store> All => Stores.All;

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B14_without_top_the_links_lead_through_everything_once(Store store)
    {
        var pages = await stores[store].Pages("Books");

        Assert.Equal([25, 25, 10], pages.Select(page => page.Length));
        Assert.Equal(Enumerable.Range(1, 60), pages.SelectMany(page => page));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B15_top_is_the_total_wanted_not_the_page(Store store) =>
        Assert.Equal([25, 25, 2], (await stores[store].Pages("Books?$top=52")).Select(page => page.Length));

    [Theory]
    [InlineData(25)]
    [InlineData(24)]
    [InlineData(50)]
    [InlineData(60)]
    [InlineData(1)]
    public async Task B16_no_link_once_exactly_top_rows_were_delivered(int top)
    {
        var pages = await stores[Store.Sqlite].Pages($"Books?$top={top}");
        Assert.Equal(top, pages.Sum(page => page.Length));
        Assert.All(pages, page => Assert.NotEmpty(page));
    }

    [Theory]
    [InlineData("odata.maxpagesize=7", 7, "odata.maxpagesize=7")]
    [InlineData("maxpagesize=7, return=minimal", 7, "odata.maxpagesize=7")]
    [InlineData("odata.maxpagesize=4000", 25, "odata.maxpagesize=25")]
    [InlineData("omit-values=nulls", 25, null)]
    [InlineData("odata.maxpagesize=0", 25, null)]
    [InlineData("odata.maxpagesize=-1", 25, null)]
    [InlineData("odata.maxpagesize=abc", 25, null)]
    [InlineData("odata.maxpagesize=99999999999999", 25, null)]
    [InlineData("odata.maxpagesize", 25, null)]
    [InlineData("odata.maxpagesize=", 25, null)]
    public async Task B17_a_preference_makes_pages_smaller_and_never_turns_them_off(string prefer, int rows, string? applied)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "Books");
        request.Headers.TryAddWithoutValidation("Prefer", prefer);
        using var response = await stores[Store.Sqlite].Client.SendAsync(request);
        var page = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!; // fails below when it is not a page

        Assert.Equal(rows, Answers.Ids(page).Length);
        Assert.Equal(applied, response.Headers.TryGetValues("Preference-Applied", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task B19_the_next_link_keeps_the_other_options_and_carries_skip_and_top_itself()
    {
        const string Kept = "Books?$select=Id,Price&$filter=Id%20gt%202&$orderby=Price%20desc&$count=true";
        var page = await stores[Store.Sqlite].Json(Kept + "&$skip=3&$top=40");
        var link = (string?)page["@odata.nextLink"];

        Assert.StartsWith($"http://shop.test/odata/{Kept}&$skiptoken=", link, StringComparison.Ordinal);
        var next = await stores[Store.Sqlite].Json(link!); // asserted above
        Assert.Equal(58, (int?)next["@odata.count"]);
        Assert.Equal(15, Answers.Ids(next).Length);
        Assert.Null(next["@odata.nextLink"]);
    }

    [Fact]
    public async Task B20_a_token_that_was_changed_or_moved_to_another_query_is_refused()
    {
        var host = stores[Store.Sqlite];
        var link = (string)(await host.Json("Books?$filter=Id gt 2"))["@odata.nextLink"]!; // 58 rows, pages of 25
        var token = link[(link.IndexOf("$skiptoken=", StringComparison.Ordinal) + 11)..];
        var flipped = (token[^5] == 'A' ? 'B' : 'A').ToString();

        Assert.Equal("400 query.bad-token", await host.Code($"Books?$skiptoken={token}"));
        Assert.Equal("400 query.bad-token", await host.Code($"Books?$filter=Id gt 1&$skiptoken={token}"));
        Assert.Equal("400 query.bad-token", await host.Code(link[..^5] + flipped + link[^4..]));
        Assert.Equal("400 query.bad-token", await host.Code("Books?$skiptoken=abc"));
        Assert.Equal("400 query.bad-token", await host.Code("Books?$skiptoken=%E5%B8%82!!"));
        Assert.Equal("400 query.conflicting-options", await host.Code(link + "&$top=3"));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B21_count_is_taken_after_the_filter_and_before_top_and_skip(Store store)
    {
        var host = stores[store];
        foreach (var query in new[] { "", "&$top=3", "&$skip=50", "&$top=0", "&$skip=1000" }.Select(more => "$count=true" + more))
        {
            Assert.Equal(60, (int?)(await host.Json($"Books?{query}"))["@odata.count"]);
            Assert.Equal(10, (int?)(await host.Json($"Books?{query}&$filter=Id le 10"))["@odata.count"]);
        }

        Assert.Equal(0, (int?)(await host.Json("Books?$count=true&$filter=Id gt 1000"))["@odata.count"]);
        Assert.Null((await host.Json("Books?$count=false"))["@odata.count"]);
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B22_the_count_of_a_set_is_bare_digits(Store store)
    {
        using var response = await stores[store].Client.GetAsync("Books/$count?$filter=Genre eq 'Poetry'");
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("15"u8.ToArray(), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("0", await stores[store].Client.GetStringAsync("Books/$count?$filter=Id gt 1000"));
    }

    [Fact]
    public async Task B23_count_skip_and_top_together_as_UI5_sends_them()
    {
        var pages = await stores[Store.Sqlite].Pages("Books?$count=true&$skip=0&$top=100");
        Assert.Equal([25, 25, 10], pages.Select(page => page.Length));
    }

    [Theory]
    [InlineData("1000")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999999")]
    public async Task B24_a_large_top_is_accepted_and_paged(string top) =>
        Assert.Equal([25, 25, 10], (await stores[Store.Sqlite].Pages($"Books?$top={top}")).Select(page => page.Length));

    [Fact]
    public async Task B13_an_empty_set_is_an_empty_list()
    {
        using var response = await stores[Store.Sqlite].Client.GetAsync("Books?$filter=Id eq 0");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"@odata.context":"http://shop.test/odata/$metadata#Books","value":[]}""",
            await response.Content.ReadAsStringAsync());
    }
}
