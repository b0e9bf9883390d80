using System.Net;
using System.Text.Json.Nodes;
using BuildingQuota.OData.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.OData.Tests;

/// <summary>$expand, navigation paths and navigations in expressions, against the same question asked of objects in memory.</summary>
[Collection(ShopTests.Name)]
public sealed class NavigationTests(Stores stores)
{
    public static TheoryData<Store> All => Stores.All;

    [SkippableTheory, MemberData(nameof(All))]
    public async Task A_to_one_expansion_is_a_row_inside_each_row(Store store)
    {
        var page = await stores[store].Json("Books?$expand=Author&$top=5");
        Assert.Equal(5, Rows(page).Count);
        Assert.All(Rows(page), row => Assert.Equal((string?)row["AuthorName"], (string?)row["Author"]!["Name"]));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task A_to_one_expansion_is_cut_by_no_limit(Store store)
    {
        Skip.If(stores[store] is null);
        await using var host = await stores.Another(store, options =>
            (options.Limits.NestedPageSize, options.Limits.ExpandedRows) = (2, 2));
        var rows = Rows(await host.Json("Sections?$expand=Parent($select=Name)"));
        Assert.Equal(10, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            (string?)row["ParentCode"] is { } code ? $"区 {code}" : null, (string?)row["Parent"]?["Name"]));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task A_to_many_expansion_takes_every_option_for_each_parent_alone(Store store)
    {
        var page = await stores[store].Json(
            "Authors?$expand=Books($filter=Pages gt 2;$orderby=Price desc,Id;$skip=1;$top=3;$select=Id,Price;$count=true)");
        foreach (var row in Rows(page))
        {
            var own = ShopData.Rows.Where(book => book.AuthorName == (string?)row["Name"] && book.Pages > 2).ToList();
            var wanted = own.OrderByDescending(book => book.Price).ThenBy(book => book.Id).Skip(1).Take(3).Select(book => book.Id);
            Assert.Equal(wanted, Inner(row));
            Assert.Equal(own.Count, (int?)row["Books@odata.count"]);
            Assert.Null(row["Books@odata.nextLink"]);
            Assert.All(row["Books"]!.AsArray(), book => Assert.Equal(["Id", "Price"], book!.AsObject().Select(pair => pair.Key)));
        }
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task An_expansion_ordered_by_an_expression_goes_on_where_its_page_ended(Store store)
    {
        Skip.If(stores[store] is null);
        await using var host = await Small(store);
        await Complete(host, "Authors?$expand=Books($orderby=length(Title) desc;$filter=Id gt 3;$count=true)", ShopData.Rows
            .Where(book => book.Id > 3).OrderByDescending(book => book.Title.Length).ThenBy(book => book.Id));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task An_expansion_with_a_top_beyond_its_page_stops_at_the_top(Store store)
    {
        Skip.If(stores[store] is null);
        await using var host = await Small(store);
        foreach (var row in Rows(await host.Json("Authors?$expand=Books($top=6;$skip=2)")))
        {
            var links = new List<int[]> { Inner(row) };
            if ((string?)row["Books@odata.nextLink"] is { } next) links.AddRange(await host.Pages(next));
            Assert.Equal(ShopData.Rows.Where(book => book.AuthorName == (string?)row["Name"]).Select(book => book.Id).Skip(2).Take(6),
                links.SelectMany(page => page));
        }
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task What_one_page_may_not_carry_is_handed_out_as_links(Store store)
    {
        Skip.If(stores[store] is null);
        await using var host = await stores.Another(store, options => options.Limits.ExpandedRows = 7);
        await Complete(host, "Authors?$expand=Books($orderby=Price)", ShopData.Rows.OrderBy(book => book.Price).ThenBy(book => book.Id));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task Levels_go_down_a_tree_and_no_further(Store store)
    {
        var tree = Rows(await stores[store].Json("Sections?$filter=ParentCode eq null&$expand=Parts($levels=3;$select=Code)"))[0];
        Assert.Equal(["1.1", "1.2"], tree["Parts"]!.AsArray().Select(part => (string?)part!["Code"]));
        var third = tree["Parts"]![0]!["Parts"]![0]!["Parts"]![0]!.AsObject();
        Assert.Equal(["Code"], third.Select(pair => pair.Key));
        Assert.Equal("1.1.1.1", (string?)third["Code"]);

        var whole = Rows(await stores[store].Json("Sections?$filter=ParentCode eq null&$expand=Parts($levels=max)"))[0];
        Assert.Equal("1.1.1.1.1", (string?)whole["Parts"]![0]!["Parts"]![0]!["Parts"]![0]!["Parts"]![0]!["Code"]);
        var up = await stores[store].Json("Sections('1.1.1.1')?$expand=Parent($levels=4)");
        Assert.Equal("1", (string?)up["Parent"]!["Parent"]!["Parent"]!["Code"]);
        Assert.Null(up["Parent"]!["Parent"]!["Parent"]!["Parent"]);
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task Expansions_nest_and_stand_beside_each_other(Store store)
    {
        var row = await stores[store].Json("Sections('1.1')?$expand=Parent,Parts($expand=Parts/$count,Parent/$ref;$orderby=Code desc)");
        Assert.Equal("1", (string?)row["Parent"]!["Code"]);
        Assert.Equal(["1.1.2", "1.1.1"], row["Parts"]!.AsArray().Select(part => (string?)part!["Code"]));
        Assert.Equal([0, 1], row["Parts"]!.AsArray().Select(part => (int)part!["Parts@odata.count"]!));
        Assert.All(row["Parts"]!.AsArray(), part =>
            Assert.Equal("http://shop.test/odata/Sections('1.1')", (string?)part!["Parent"]!["@odata.id"]));
        var all = Rows(await stores[store].Json("Sections?$expand=*&$filter=Code eq '2'"))[0];
        Assert.Null(all["Parent"]);
        Assert.Single(all["Parts"]!.AsArray());
    }

    [Theory]
    [InlineData("Books?$select=Id,Author&$expand=Author($select=Name)&$top=1", "#Books(Id,Author(Name))")]
    [InlineData("Books?$select=Id&$expand=Author&$top=1", "#Books(Id,Author)")]
    [InlineData("Books?$expand=Author&$top=1", "#Books")]
    [InlineData("Books?$expand=Author($select=Name)&$top=1", "#Books(*,Author(Name))")]
    [InlineData("Books(1)?$expand=Author($select=Name)", "#Books(*,Author(Name))/$entity")]
    [InlineData("Books(1)/Author", "#Authors/$entity")]
    [InlineData("Books(1)/Author/Books?$top=1", "#Books")]
    [InlineData("Books/$ref?$top=1", "#Collection($ref)")]
    [InlineData("Books(1)/Author/$ref", "#$ref")]
    public async Task B4_the_context_says_what_is_expanded(string url, string context) =>
        Assert.Equal("http://shop.test/odata/$metadata" + context, (string?)(await stores[Store.Sqlite].Json(url))["@odata.context"]);

    [Fact]
    public async Task B27_a_navigation_may_stand_in_select_with_and_without_its_expansion()
    {
        var host = stores[Store.Sqlite];
        var expanded = Rows(await host.Json("Books?$select=Id,Author&$expand=Author&$top=1"))[0].AsObject();
        Assert.Equal(["Id", "Author"], expanded.Select(pair => pair.Key));
        var selected = Rows(await host.Json("Books?$select=Id,Author&$top=1"))[0].AsObject();
        Assert.Equal(["Id"], selected.Select(pair => pair.Key));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task Addresses_lead_along_navigations(Store store)
    {
        var host = stores[store];
        var own = ShopData.Rows.Where(book => book.AuthorName == "鲁迅").Select(book => book.Id).ToList();
        Assert.Equal(own, (await host.Pages("Authors('鲁迅')/Books")).SelectMany(page => page));
        Assert.Equal(own.Where(id => id > 30).Take(2), Answers.Ids(await host.Json("Authors('鲁迅')/Books?$filter=Id gt 30&$top=2")));
        Assert.Equal(own.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
            await host.Client.GetStringAsync("Authors('鲁迅')/Books/$count"));
        Assert.Equal("鲁迅", await host.Client.GetStringAsync($"Books({own[0]})/Author/Name/$value"));
        Assert.Equal(own[1], (int?)(await host.Json($"Authors('鲁迅')/Books({own[1]})"))["Id"]);
        Assert.Equal($"http://shop.test/odata/Books({own[0]})",
            (string?)Rows(await host.Json("Authors('鲁迅')/Books/$ref"))[0]["@odata.id"]);
        Assert.Equal("1.1", (string?)(await host.Json("Sections('1.1.1.1')/Parent/Parent"))["Code"]);
        using var none = await host.Client.GetAsync("Sections('1')/Parent");
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B5_a_nested_link_works_for_a_key_that_needs_escaping(Store store)
    {
        Skip.If(stores[store] is null);
        await using var host = await Small(store);
        await Complete(host, "Authors?$filter=Name eq 'Ada/Byron' or Name eq 'O''Neil'&$expand=Books($filter=Title ne @t)&@t='x; (y)'",
            ShopData.Rows);
    }

    [SkippableTheory]
    [MemberData(nameof(Filters))]
    public async Task B32_navigations_in_filters(Store store, string filter, int[] expected) =>
        Assert.Equal(expected, (await stores[store].Pages($"Books?$select=Id&$filter={filter}")).SelectMany(page => page));

    public static TheoryData<Store, string, int[]> Filters()
    {
        var country = ShopData.Authors.ToDictionary(author => author.Name, author => author.Country);
        var questions = new Dictionary<string, Func<BookRow, bool>>
        {
            ["Author/Country eq 'CN'"] = book => country[book.AuthorName] == "CN",
            ["Author/Country eq null"] = book => country[book.AuthorName] is null,
            ["Author/Country ne 'CN'"] = book => country[book.AuthorName] != "CN",
            ["contains(Author/Country,'E') and Pages gt 3"] = book => country[book.AuthorName]?.Contains('E') == true && book.Pages > 3,
            ["not contains(Author/Country,'E')"] = book => country[book.AuthorName]?.Contains('E') != true,
            ["length(Author/Name) in (2,6)"] = book => book.AuthorName.Length is 2 or 6,
            ["Author eq null"] = _ => false,
            ["Author/Books/any(b:b/Id eq 1)"] = book => book.AuthorName == ShopData.Rows[0].AuthorName,
            ["Author/Books/any(b:b/Price gt $it/Price and b/Genre eq 'Poetry')"] = book => ShopData.Rows.Any(other =>
                other.AuthorName == book.AuthorName && other.Price > book.Price && other.Genre == Genre.Poetry),
            ["Author/Books/all(b:b/Id gt 1)"] = book => book.AuthorName != ShopData.Rows[0].AuthorName,
            ["Author/Books/any(b:b/Author/Books/any(c:c/Id eq b/Id add 57))"] = _ => true,
            ["Author/Books/any()"] = _ => true,
            ["Author/Books/$count eq 20 and Id lt 4"] = book => book.Id < 4,
            ["Author/Books/$count gt 20"] = _ => false,
        };
        var all = new TheoryData<Store, string, int[]>();
        foreach (var store in new[] { Store.Sqlite, Store.Postgres }) // in memory a subquery is compiled anew for each row
            foreach (var (filter, holds) in questions) all.Add(store, filter, [.. ShopData.Rows.Where(holds).Select(book => book.Id)]);
        return all;
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B18_an_order_over_a_navigation_goes_through_everything_once_with_nulls_lowest(Store store)
    {
        var country = ShopData.Authors.ToDictionary(author => author.Name, author => author.Country);
        Assert.Equal(ShopData.Rows.OrderByDescending(book => country[book.AuthorName], StringComparer.Ordinal).ThenBy(book => book.Id)
            .Select(book => book.Id), (await stores[store].Pages("Books?$orderby=Author/Country desc")).SelectMany(page => page));
        Assert.Equal(ShopData.Authors.OrderBy(author => author.Name, StringComparer.Ordinal).Select(author => author.Name),
            Rows(await stores[store].Json("Authors?$orderby=Books/$count,Name")).Select(row => (string?)row["Name"]));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task What_a_source_hides_is_hidden_along_every_navigation(Store store)
    {
        Skip.If(stores[store] is null);
        await using var host = await stores.Another(store, options =>
        {
            options.EntitySet<SeenRow>("Seen", row => row.Name, services => Seen(services, store))
                .Many<BookRow>("Books", "Few", row => row.Name, book => book.AuthorName);
            options.EntitySet<BookRow>("Few", book => book.Id, services => Few(services, store))
                .One<SeenRow>("Seen", "Seen", book => book.AuthorName, row => row.Name);
        });

        var rows = Rows(await host.Json("Few?$expand=Seen&$orderby=Id"));
        Assert.Equal(10, rows.Count);
        Assert.All(rows, row => Assert.Equal((string?)row["AuthorName"] == "鲁迅" ? "鲁迅" : null, (string?)row["Seen"]?["Name"]));
        Assert.Equal(Enumerable.Range(1, 10).Where(id => id % 3 != 0), Answers.Ids(await host.Json("Few?$filter=Seen eq null")));
        var inner = Inner(Rows(await host.Json("Seen?$expand=Books"))[0]);
        Assert.Equal([3, 6, 9], inner);
        Assert.Equal("404 resource.not-found", await host.Code("Seen('O''Neil')/Books"));
        Assert.Equal("404 resource.not-found", await host.Code("Few(11)/Seen"));
        Assert.Equal("404 resource.not-found", await host.Code("Seen('鲁迅')/Books(12)"));
        Assert.Equal("3", await host.Client.GetStringAsync("Seen('鲁迅')/Books/$count"));
        using var none = await host.Client.GetAsync("Few(1)/Seen");
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
    }

    private static IQueryable<SeenRow> Seen(IServiceProvider services, Store store) =>
        (store == Store.Memory ? ShopData.Authors.AsQueryable() : services.GetRequiredService<ShopDb>().Authors)
        .Where(author => author.Country == "CN").Select(author => new SeenRow { Name = author.Name });

    private static IQueryable<BookRow> Few(IServiceProvider services, Store store) =>
        BookRow.From(store == Store.Memory ? ShopData.Books.AsQueryable() : services.GetRequiredService<ShopDb>().Books)
        .Where(book => book.Id <= 10);

    private Task<ShopHost> Small(Store store) => stores.Another(store, options => options.Limits.NestedPageSize = 4);

    /// <summary>Each author's books and the links behind them are what the oracle has, in its order, nothing twice.</summary>
    private static async Task Complete(ShopHost host, string url, IEnumerable<BookRow> oracle)
    {
        var rows = Rows(await host.Json(url));
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var found = Inner(row).ToList();
            if ((string?)row["Books@odata.nextLink"] is { } next) found.AddRange((await host.Pages(next)).SelectMany(page => page));
            Assert.Equal(oracle.Where(book => book.AuthorName == (string?)row["Name"]).Select(book => book.Id), found);
        }
    }

    private static List<JsonNode> Rows(JsonNode page) => [.. page["value"]!.AsArray().Select(row => row!)]; // a page of objects

    private static int[] Inner(JsonNode row) => [.. row["Books"]!.AsArray().Select(book => (int)book!["Id"]!)]; // asked for with Id
}

/// <summary>An author as some see it.</summary>
public sealed record SeenRow
{
    public string Name { get; init; } = "";
}
