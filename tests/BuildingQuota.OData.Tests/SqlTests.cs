using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>The database does the work: one statement a page, only the columns asked for, values as parameters.</summary>
[Collection(ShopTests.Name)]
public sealed class SqlTests(Stores stores)
{
    public static TheoryData<Store> Databases => Stores.Databases;

    [SkippableTheory, MemberData(nameof(Databases))]
    public async Task B25_filter_order_page_and_columns_are_one_statement(Store store)
    {
        var sql = Assert.Single(await Statements(store,
            "Books?$filter=Price gt 20.8 and AuthorCountry eq 'CN'&$orderby=Price desc&$top=3&$select=Title"));

        Assert.Contains("WHERE", sql, StringComparison.Ordinal);
        Assert.Contains("ORDER BY", sql, StringComparison.Ordinal);
        Assert.Contains("LIMIT", sql, StringComparison.Ordinal);
        Assert.Contains("\"Title\"", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Subtitle\"", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("20.8", Text(sql), StringComparison.Ordinal);
        Assert.DoesNotContain("'CN'", Text(sql), StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Databases))]
    public async Task B18_a_later_page_seeks_by_value_and_skips_nothing(Store store)
    {
        var link = (string)(await stores[store].Json("Books?$orderby=Price desc&$skip=2"))["@odata.nextLink"]!; // more than a page
        var sql = Assert.Single(await Statements(store, link));
        Assert.DoesNotContain("OFFSET", sql, StringComparison.Ordinal);
        Assert.Contains("WHERE", sql, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Databases))]
    public async Task A_count_is_counted_by_the_database_once_for_all_pages(Store store)
    {
        var first = await Statements(store, "Books?$count=true");
        Assert.Equal(2, first.Count);
        Assert.Contains("COUNT(*)", first[0], StringComparison.OrdinalIgnoreCase);

        var link = (string)(await stores[store].Json("Books?$count=true"))["@odata.nextLink"]!; // more than a page
        Assert.Single(await Statements(store, link));
    }

    [SkippableTheory, MemberData(nameof(Databases))]
    public async Task The_same_question_with_other_values_is_the_same_statement(Store store)
    {
        var one = await Statements(store, "Books?$filter=Price gt 1.5 and Title ne 'x' and Genre eq 'Novel'");
        var other = await Statements(store, "Books?$filter=Price gt 20.9 and Title ne 'y' and Genre eq 'Poetry'");
        Assert.Equal(Text(one.Single()), Text(other.Single()));
    }

    [SkippableTheory, MemberData(nameof(Databases))]
    public async Task Top_zero_asks_the_database_for_nothing(Store store) =>
        Assert.Empty(await Statements(store, "Books?$top=0"));

    [SkippableTheory, MemberData(nameof(Databases))]
    public async Task B26_an_expansion_is_one_statement_for_the_whole_page(Store store)
    {
        var one = await Statements(store, "Books?$expand=Author&$select=Id");
        Assert.Equal(2, one.Count);
        Assert.DoesNotContain("\"Title\"", one[0], StringComparison.Ordinal);

        var many = await Statements(store, "Authors?$expand=Books($orderby=Price desc;$top=2;$select=Id)");
        Assert.Equal(2, many.Count);
        Assert.Contains("ROW_NUMBER() OVER(PARTITION BY", many[1], StringComparison.Ordinal);
        Assert.DoesNotContain("\"Subtitle\"", many[1], StringComparison.Ordinal);

        Assert.Equal(4, (await Statements(store, "Authors?$expand=Books($count=true;$expand=Author)")).Count);
        Assert.Equal(2, (await Statements(store, "Authors?$expand=Books/$count")).Count);
        Assert.Equal(2, (await Statements(store, "Authors('鲁迅')/Books?$top=3")).Count);
    }

    [SkippableTheory, MemberData(nameof(Databases))]
    public async Task B25_a_navigation_in_a_filter_is_part_of_the_one_statement(Store store)
    {
        var sql = Assert.Single(await Statements(store,
            "Books?$filter=Author/Country eq 'CN' and Author/Books/any(b:b/Price gt 20.8)&$orderby=Author/Country&$top=3"));
        Assert.Contains("EXISTS", sql, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Databases))]
    public async Task B33_a_chain_of_transformations_is_one_statement_that_groups_in_the_database(Store store)
    {
        var sql = Assert.Single(await Statements(store, "Books?$apply=filter(Price gt 20.8)/groupby((Genre,Author/Country),"
            + "aggregate(Price with sum as Total,$count as N))&$filter=N gt 1&$orderby=Total desc&$top=3&$skip=1"));
        Assert.Contains("GROUP BY", sql, StringComparison.Ordinal);
        Assert.Contains("LIMIT", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("20.8", Text(sql), StringComparison.Ordinal);
        Assert.DoesNotContain("Subtitle", sql, StringComparison.Ordinal);
    }

    private async Task<List<string>> Statements(Store store, string url)
    {
        stores[store].Sql.Clear();
        await stores[store].Json(url);
        return [.. stores[store].Sql];
    }

    /// <summary>Without the line that lists the parameters' values.</summary>
    private static string Text(string logged) => logged[logged.IndexOf("SELECT", StringComparison.Ordinal)..];
}
