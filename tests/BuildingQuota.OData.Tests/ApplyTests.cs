using System.Text.Json.Nodes;
using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>Behaviours 33 and 34: what the database aggregates is, to the last digit, what the same question gives over objects.</summary>
[Collection(ShopTests.Name)]
public sealed class ApplyTests(Stores stores)
{
    public static TheoryData<Store> All => Stores.All;

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B33_every_aggregate_by_a_group(Store store)
    {
        var rows = Rows(await stores[store].Json("Books?$apply=groupby((Genre,InPrint),aggregate(Price with sum as Total,"
            + "Price with average as Mean,Pages with min as Least,Pages with max as Most,Title with countdistinct as Titles,"
            + "Subtitle with countdistinct as Subtitles,Sold with sum as Sold,Published with max as Latest,$count as N))"));
        var groups = ShopData.Rows.GroupBy(book => (book.Genre, book.InPrint)).OrderBy(group => group.Key.Genre.ToString(),
            StringComparer.Ordinal).ThenBy(group => group.Key.InPrint).ToList();

        Assert.Equal(groups.Count, rows.Count);
        foreach (var (row, group) in rows.Zip(groups))
        {
            Assert.Equal((group.Key.Genre.ToString(), group.Key.InPrint), ((string?)row["Genre"], (bool)row["InPrint"]!));
            Assert.Equal(group.Sum(book => book.Price), (decimal?)row["Total"]);
            Assert.Equal(decimal.Round(group.Average(book => book.Price), 12, MidpointRounding.AwayFromZero), (decimal?)row["Mean"]);
            Assert.Equal((group.Min(book => book.Pages), group.Max(book => book.Pages)), ((int?)row["Least"], (int?)row["Most"]));
            Assert.Equal(group.Select(book => book.Title).Distinct().Count(), (int?)row["Titles"]);
            Assert.Equal(group.Select(book => book.Subtitle).OfType<string>().Distinct().Count(), (int?)row["Subtitles"]);
            Assert.Equal((group.Sum(book => book.Sold), group.LongCount()), ((long?)row["Sold"], (long?)row["N"]));
            Assert.Equal(group.Max(book => book.Published)?.ToString("yyyy-MM-dd", null), (string?)row["Latest"]);
        }
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B33_the_result_is_filtered_ordered_cut_counted_and_selected(Store store)
    {
        var page = await stores[store].Json("Books?$apply=filter(Id in (1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17) and Price gt 20.8)/"
            + "groupby((Title),aggregate(Price with sum as Total))&$filter=Total gt 21.2&$orderby=Total desc,Title&$skip=1&$top=4"
            + "&$count=true&$select=Total");
        var oracle = ShopData.Rows.Where(book => book.Id <= 17 && book.Price > 20.8m).GroupBy(book => book.Title)
            .Select(group => (group.Key, Total: group.Sum(book => book.Price))).Where(one => one.Total > 21.2m).ToList();

        Assert.Equal(oracle.Count, (int?)page["@odata.count"]);
        Assert.Equal(oracle.OrderByDescending(one => one.Total).ThenBy(one => one.Key, StringComparer.Ordinal).Skip(1).Take(4)
            .Select(one => one.Total), Rows(page).Select(row => (decimal)row["Total"]!));
        Assert.All(Rows(page), row => Assert.Equal(["Total"], row.AsObject().Select(pair => pair.Key)));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B33_a_group_over_a_navigation_is_an_object_within(Store store)
    {
        var page = await stores[store].Json("Books?$apply=groupby((Author/Country,Genre),aggregate(Price with sum as Total))&$count=true");
        var country = ShopData.Authors.ToDictionary(author => author.Name, author => author.Country);
        var oracle = ShopData.Rows.GroupBy(book => (Country: country[book.AuthorName], Genre: book.Genre.ToString()))
            .ToDictionary(group => group.Key, group => group.Sum(book => book.Price));

        Assert.Equal("http://shop.test/odata/$metadata#Books(Author(Country),Genre,Total)", (string?)page["@odata.context"]);
        Assert.Equal(oracle.Count, (int?)page["@odata.count"]);
        Assert.Equal(oracle, Rows(page).ToDictionary(row => ((string?)row["Author"]!["Country"], (string)row["Genre"]!),
            row => (decimal)row["Total"]!));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B33_chains_of_steps(Store store)
    {
        var host = stores[store];
        var twice = Rows(await host.Json("Books?$apply=groupby((Genre,Title),aggregate(Price with sum as T))/"
            + "groupby((Genre),aggregate(T with max as Most,$count as Titles))/filter(Titles gt 2)&$orderby=Genre"));
        var oracle = ShopData.Rows.GroupBy(book => (book.Genre, book.Title)).Select(group => (group.Key.Genre,
            T: group.Sum(book => book.Price))).GroupBy(one => one.Genre).Where(group => group.Count() > 2)
            .OrderBy(group => group.Key.ToString(), StringComparer.Ordinal).ToList();
        Assert.Equal(oracle.Select(group => (group.Key.ToString(), group.Max(one => one.T), group.Count())),
            twice.Select(row => ((string)row["Genre"]!, (decimal)row["Most"]!, (int)row["Titles"]!)));

        var computed = Rows(await host.Json("Books?$apply=filter(Pages ne null)/compute(Price mul Pages as Value)/"
            + "groupby((InPrint),aggregate(Value with sum as Value,Pages with sum as Pages))/compute(Value div Pages as Mean)"));
        foreach (var row in computed)
        {
            var own = ShopData.Rows.Where(book => book.Pages is not null && book.InPrint == (bool)row["InPrint"]!).ToList();
            Assert.Equal(own.Sum(book => book.Price * book.Pages), (decimal?)row["Value"]);
            Assert.Equal(decimal.Round(own.Sum(book => book.Price * book.Pages!.Value) / own.Sum(book => book.Pages!.Value), 12,
                MidpointRounding.AwayFromZero), (decimal?)row["Mean"]); // filtered for it
        }

        var distinct = Rows(await host.Json("Books?$apply=groupby((Mood))"));
        Assert.Equal([null, "Merry", "Sad"], distinct.Select(row => (string?)row["Mood"]));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B33_an_aggregate_of_everything_is_one_row_also_over_nothing(Store store)
    {
        var host = stores[store];
        var whole = Assert.Single(Rows(await host.Json("Books?$apply=aggregate(Price with sum as Total,$count as N)&$count=true")));
        Assert.Equal((ShopData.Rows.Sum(book => book.Price), 60), ((decimal?)whole["Total"], (int?)whole["N"]));
        var nothing = Assert.Single(Rows(await host.Json(
            "Books?$apply=filter(Id lt 0)/aggregate(Price with sum as Total,$count as N,Title with countdistinct as T)")));
        Assert.Equal((null, 0, 0), ((decimal?)nothing["Total"], (int?)nothing["N"], (int?)nothing["T"]));
        var nulls = Assert.Single(Rows(await host.Json(
            "Books?$apply=filter(Pages eq null)/aggregate(Pages with sum as Sum,Pages with average as Mean,Pages with max as Most)")));
        Assert.All(nulls.AsObject(), pair => Assert.Null(pair.Value));
        Assert.Equal("1", await host.Client.GetStringAsync("Books/$count?$apply=aggregate($count as N)"));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B18_pages_of_groups_go_through_all_of_them_once(Store store)
    {
        Skip.If(stores[store] is null);
        await using var host = await stores.Another(store, options => options.Limits.PageSize = 4);
        foreach (var order in new[] { "", "N desc", "Mood desc,N", "length(Title) desc", "Total mul -1" })
        {
            var found = new List<(string?, string?)>();
            var first = "Books?$apply=groupby((Mood,Title),aggregate($count as N,Price with sum as Total))";
            for (var next = order == "" ? first : $"{first}&$orderby={order}"; next is not null;)
            {
                var page = await host.Json(next);
                found.AddRange(Rows(page).Select(row => ((string?)row["Mood"], (string?)row["Title"])));
                next = (string?)page["@odata.nextLink"];
            }

            var expected = ShopData.Rows.Select(book => (book.Mood?.ToString(), (string?)book.Title)).ToHashSet();
            Assert.Equal(expected.Count, found.Count);
            Assert.Equal(expected, [.. found]);
        }
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B15_top_is_the_total_of_groups_too(Store store)
    {
        Skip.If(stores[store] is null);
        await using var host = await stores.Another(store, options => options.Limits.PageSize = 4);
        var page = await host.Json("Books?$apply=groupby((Pages),aggregate($count as N))&$top=6&$skip=1&$orderby=Pages desc");
        var next = await host.Json((string)page["@odata.nextLink"]!); // 12 numbers of pages
        Assert.Equal(ShopData.Rows.Select(book => book.Pages).Distinct().OrderDescending().Skip(1).Take(6),
            Rows(page).Concat(Rows(next)).Select(row => (int?)row["Pages"]));
        Assert.Null(next["@odata.nextLink"]);
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B22_the_count_of_a_result(Store store)
    {
        Assert.Equal("12", await stores[store].Client.GetStringAsync("Books/$count?$apply=groupby((Title))"));
        Assert.Equal("2", await stores[store].Client.GetStringAsync(
            "Books/$count?$apply=groupby((Genre),aggregate(Id with max as M))&$filter=M gt 58"));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B34_over_mixed_units_there_is_null_and_a_reason(Store store)
    {
        var host = stores[store];
        var mixed = Assert.Single(Rows(await host.Json("Books?$apply=aggregate(Discount with sum as D,Price with sum as P,$count as N)")));
        Assert.Null(mixed["D"]);
        Assert.Equal(ShopData.Rows.Sum(book => book.Price), (decimal?)mixed["P"]);
        Assert.Equal("query.mixed-units", (string?)mixed["D@Org.OData.Core.V1.Messages"]![0]!["code"]);
        Assert.Null(mixed["D@Org.OData.Measures.V1.Unit"]);

        foreach (var row in Rows(await host.Json("Books?$apply=groupby((AuthorName),aggregate(Discount with sum as D))")))
        {
            var own = ShopData.Rows.Where(book => book.AuthorName == (string?)row["AuthorName"]);
            Assert.Equal(own.Sum(book => book.Discount), (decimal?)row["D"]);
            Assert.Equal((string?)row["AuthorName"], (string?)row["D@Org.OData.Measures.V1.Unit"]);
        }

        var one = Assert.Single(Rows(await host.Json("Books?$apply=filter(AuthorName eq '鲁迅')/aggregate(Discount with max as D)")));
        Assert.Equal(ShopData.Rows.Where(book => book.AuthorName == "鲁迅").Max(book => book.Discount), (decimal?)one["D"]);
        Assert.Equal("鲁迅", (string?)one["D@Org.OData.Measures.V1.Unit"]);
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B34_mixed_stays_mixed_through_further_steps_and_calculations(Store store)
    {
        var host = stores[store];
        foreach (var url in new[]
        {
            "Books?$apply=groupby((Genre),aggregate(Discount with sum as D))/aggregate(D with sum as D)",
            "Books?$apply=groupby((AuthorName),aggregate(Discount with sum as D))/aggregate(D with sum as D)",
            "Books?$apply=compute(Discount mul 2 as Twice)/aggregate(Twice with sum as D)",
            "Books?$apply=aggregate(Discount mul Price with sum as D)",
        })
        {
            var row = Assert.Single(Rows(await host.Json(url)));
            Assert.Null(row["D"]);
            Assert.Equal("query.mixed-units", (string?)row["D@Org.OData.Core.V1.Messages"]![0]!["code"]);
        }
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task A_computed_column_can_be_filtered_ordered_and_selected(Store store)
    {
        var page = await stores[store].Json(
            "Books?$compute=Price mul 2 as Twice,length(Title) as Letters&$filter=Twice gt 42.8 and Letters ge 3&$orderby=Letters desc,Id"
            + "&$select=Id,Twice&$top=5");
        Assert.Equal("http://shop.test/odata/$metadata#Books(Id,Twice)", (string?)page["@odata.context"]);
        Assert.Equal(ShopData.Rows.Where(book => book.Price * 2 > 42.8m && book.Title.Length >= 3)
            .OrderByDescending(book => book.Title.Length).ThenBy(book => book.Id).Take(5).Select(book => (book.Id, book.Price * 2)),
            Rows(page).Select(row => ((int)row["Id"]!, (decimal)row["Twice"]!)));
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task Every_column_stands_beside_a_computed_one_when_none_is_selected(Store store)
    {
        var plain = Rows(await stores[store].Json("Books?$top=3"));
        var computed = Rows(await stores[store].Json("Books?$compute=Id add 1 as Next&$top=3"));
        foreach (var (one, other) in plain.Zip(computed))
        {
            Assert.Equal((int?)one["Id"] + 1, (int?)other["Next"]);
            other.AsObject().Remove("Next");
            Assert.Equal(one.ToJsonString(), other.ToJsonString());
        }
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task A_navigation_path_may_be_aggregated(Store store)
    {
        var page = Rows(await stores[store].Json("Authors('鲁迅')/Books?$apply=groupby((Genre),aggregate($count as N))&$orderby=Genre"));
        Assert.Equal(ShopData.Rows.Where(book => book.AuthorName == "鲁迅").GroupBy(book => book.Genre.ToString())
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count())),
            page.Select(row => ((string)row["Genre"]!, (int)row["N"]!)));
    }

    private static List<JsonNode> Rows(JsonNode page) => [.. page["value"]!.AsArray().Select(row => row!)]; // a page of objects
}
