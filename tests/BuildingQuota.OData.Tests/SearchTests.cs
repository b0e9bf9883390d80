using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>Behaviour 36: words are contained in one of the declared columns, all of them.</summary>
[Collection(ShopTests.Name)]
public sealed class SearchTests(Stores stores)
{
    private static readonly Dictionary<string, Func<BookRow, bool>> Questions = new()
    {
        ["alpha"] = book => Has(book, "alpha"),
        ["图书"] = book => Has(book, "图书"),
        ["\"市图书馆\""] = book => Has(book, "市图书馆"),
        ["a \"sure_thing\""] = book => Has(book, "a") && Has(book, "sure_thing"),
        ["beta AND gamma"] = book => Has(book, "beta") && Has(book, "gamma"),
        ["Zebra OR Alpha"] = book => Has(book, "Zebra") || Has(book, "Alpha"),
        ["NOT a"] = book => !Has(book, "a"),
        ["a NOT (Zebra OR beta)"] = book => Has(book, "a") && !(Has(book, "Zebra") || Has(book, "beta")),
        ["\"100%\""] = book => Has(book, "100%"),
    };

    public static TheoryData<Store, string> All()
    {
        var all = new TheoryData<Store, string>();
        foreach (var store in Enum.GetValues<Store>())
            foreach (var search in Questions.Keys) all.Add(store, search);
        return all;
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task B36_words_are_found_where_they_are(Store store, string search)
    {
        var text = Uri.EscapeDataString(search);
        var expected = ShopData.Rows.Where(Questions[search]).Select(book => book.Id).ToList();
        Assert.Equal(expected, (await stores[store].Pages($"Books?$search={text}")).SelectMany(page => page));
        Assert.Equal(expected.Count(id => id > 30), int.Parse(
            await stores[store].Client.GetStringAsync($"Books/$count?$search={text}&$filter=Id gt 30"), null));
    }

    [Fact]
    public async Task A_search_within_an_expansion()
    {
        var page = await stores[Store.Sqlite].Json("Authors?$expand=Books/$count($search=alpha)");
        Assert.All(page["value"]!.AsArray(), row => Assert.Equal(
            ShopData.Rows.Count(book => book.AuthorName == (string?)row!["Name"] && Has(book, "alpha")), (int?)row!["Books@odata.count"]));
    }

    private static bool Has(BookRow book, string word) => book.Title.Contains(word, StringComparison.Ordinal)
        || book.Subtitle?.Contains(word, StringComparison.Ordinal) == true;
}
