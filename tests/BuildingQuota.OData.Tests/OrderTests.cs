using BuildingQuota.OData.Tests.Shop;
using FsCheck;
using FsCheck.Fluent;

namespace BuildingQuota.OData.Tests;

/// <summary>Behaviour 18: whatever the order, pages join to the whole, and nulls are lowest on every store.</summary>
[Collection(ShopTests.Name)]
public sealed class OrderTests(Stores stores)
{
    private static readonly string[] Terms =
    [
        "Title", "Subtitle", "Genre", "Mood", "Price", "Discount", "Pages", "Sold", "Weight", "InPrint", "Autographed", "Published",
        "AddedAt", "ReturnedAt", "Code", "AuthorName", "AuthorCountry", "length(Subtitle)", "Pages mod 3", "year(Published)",
        "tolower(Title)",
        "Price mul Pages", "concat(Title,AuthorName)", "Id",
    ];

    public static TheoryData<Store> All => Stores.All;

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B18_pages_in_any_order_join_to_the_whole_without_a_row_twice(Store store)
    {
        var host = stores[store];
        foreach (var (index, term) in Terms.Index()) // the other directions are drawn by lot below
        {
            var order = term + (index % 2 == 0 ? " asc" : " desc");
            var whole = await host.Pages($"Books?$orderby={order}&$select=Id");
            var small = await Small(host, $"Books?$orderby={order}&$select=Id,Title");
            Assert.Equal(60, small.Distinct().Count());
            Assert.Equal(whole.SelectMany(page => page), small);
        }
    }

    [SkippableTheory, MemberData(nameof(All))]
    public void B18_so_do_pages_in_orders_of_several_terms(Store store)
    {
        var host = stores[store];
        var orders =
            from count in Gen.Choose(2, 4)
            from terms in Gen.Elements(Terms).ArrayOf(count)
            from directions in Gen.Elements("", " asc", " desc").ArrayOf(count)
            select string.Join(',', terms.Zip(directions, (term, direction) => term + direction));

        Prop.ForAll(orders.ToArbitrary(), order =>
        {
            var ids = Small(host, $"Books?$orderby={order}").GetAwaiter().GetResult();
            Assert.Equal(60, ids.Count);
            Assert.Equal(60, ids.Distinct().Count());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B18_nulls_sort_lowest_and_ties_by_key(Store store)
    {
        var host = stores[store];
        var up = ShopData.Rows.OrderBy(book => book.Pages ?? int.MinValue).ThenBy(book => book.Id).Select(book => book.Id);
        var down = ShopData.Rows.OrderByDescending(book => book.Published ?? DateOnly.MinValue).ThenBy(book => book.Id)
            .Select(book => book.Id);
        var mixed = ShopData.Rows.OrderBy(book => book.Mood?.ToString() ?? "").ThenByDescending(book => book.Discount ?? -1)
            .ThenByDescending(book => book.Id).Select(book => book.Id);

        Assert.Equal(up, (await host.Pages("Books?$orderby=Pages")).SelectMany(page => page));
        Assert.Equal(down, (await host.Pages("Books?$orderby=Published desc")).SelectMany(page => page));
        Assert.Equal(mixed, (await host.Pages("Books?$orderby=Mood,Discount desc,Id desc")).SelectMany(page => page));
    }

    [Fact]
    public async Task B18_rows_that_are_added_or_removed_between_pages_neither_repeat_nor_hide_others()
    {
        await using var shop = await ChangingShop.Open();
        var first = await shop.Host.Json("Books?$orderby=Pages desc&$top=40");
        var seen = Answers.Ids(first);
        await shop.Remove(seen[..5]);
        await shop.Add(id: 1000, pages: 1_000_000);

        var rest = (await shop.Host.Pages((string)first["@odata.nextLink"]!)).SelectMany(page => page).ToList(); // 40 wanted, 25 a page
        var expected = ShopData.Rows.OrderByDescending(book => book.Pages ?? int.MinValue).ThenBy(book => book.Id)
            .Select(book => book.Id).Skip(25).Take(15);
        Assert.Equal(expected, rest);
    }

    [Fact]
    public async Task An_order_by_nothing_of_the_row_is_refused() =>
        Assert.Equal("400 query.type-mismatch", await stores[Store.Sqlite].Code("Books?$orderby=1"));

    [Fact]
    public async Task Eight_terms_are_accepted_and_nine_are_not()
    {
        var eight = string.Join(',', Terms[..8]);
        Assert.Equal(25, (await stores[Store.Sqlite].Ids($"$orderby={eight}")).Length);
        Assert.Equal("400 query.too-many-order-terms", await stores[Store.Sqlite].Code($"Books?$orderby={eight},Id"));
    }

    private static async Task<List<int>> Small(ShopHost host, string url)
    {
        var ids = new List<int>();
        for (string? next = url; next is not null;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next);
            request.Headers.Add("Prefer", "odata.maxpagesize=17");
            using var response = await host.Client.SendAsync(request);
            var page = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!; // JSON whatever the status
            Assert.True(response.IsSuccessStatusCode, $"{next}: {page}");
            ids.AddRange(Answers.Ids(page));
            next = (string?)page["@odata.nextLink"];
            Assert.True(ids.Count <= 60, $"{url}: {string.Join(' ', ids)}");
        }

        return ids;
    }
}
