using System.Text.Json.Nodes;
using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>As <see cref="FuzzTests"/>, for what leads from set to set and what is aggregated.</summary>
[Collection(ShopTests.Name)]
public sealed class FuzzChainTests(Stores stores)
{
    private static readonly string[] Seeds =
    [
        "Books?$expand=Author($select=Name;$expand=Books($filter=Price gt 20.8;$orderby=Price desc;$top=2;$skip=1;$count=true))&$top=3",
        "Authors?$expand=Books/$count($filter=contains(Title,'市')),Books($levels=2)&$select=Name,Books&@p='a'",
        "Sections?$expand=Parts($levels=max;$select=Code),Parent/$ref&$filter=Parts/any(p:p/Code gt '1') or Parts/$count eq 2",
        "Books?$filter=Author/Books/all(b:b/Price gt $it/Price or b/Genre eq 'Poetry')&$orderby=Author/Country desc,Author/Name",
        "Books?$apply=filter(Price gt 20.8 and Id in (1,2,3))/groupby((Genre,Author/Country),"
            + "aggregate(Price with sum as Total,$count as N))&$filter=Total gt 1&$orderby=Total desc,Genre"
            + "&$top=5&$skip=1&$count=true&$select=Total,Genre",
        "Books?$apply=compute(Price mul Pages as Value)/groupby((InPrint),aggregate(Value with average as Mean,Discount with max as D,"
            + "Title with countdistinct as T))/aggregate(Mean with sum as M,D with min as D)",
        "Books?$compute=Price div 3 as Third,length(Title) as L&$filter=L gt 2 and Third lt 7.1&$orderby=Third desc&$select=Id,Third",
        "Books?$search=alpha \"sure_thing\" NOT (Zebra OR beta)&$filter=Id gt 3&$count=true",
        "Authors('鲁迅')/Books(3)/Author/Books?$apply=groupby((Mood))&$orderby=Mood",
        "Authors('O''Neil')/Books/$ref?$top=2",
        "Books/$count?$apply=groupby((Title))",
    ];

    private static readonly string[] Bits =
    [
        "'", "(", ")", ",", ";", " ", "%00", "%ED%A0%80", "&", "=", "$", "@", "/", "null", " eq ", " and ", " not ", "1e400", "NaN", "Id",
        "Title", "Price", "Author", "Books", "Author/", "any(", "any(b:", "all(x:x/Id gt 1)", "$it", "/$count", "/$ref", "$levels=",
        "$expand=", "$top=0", "$skip=", "9999999999999", "groupby((", "aggregate(", " with sum as ", " with max as ", "$count as ",
        "compute(", "filter(", " as ", "*", "市", "\"", " OR ", " AND ", "NOT ", " div 0", "concat(", "topcount(", "rollup(", "$these", "Mood",
        "Published", "Weight",
    ];

    public static TheoryData<Store> Databases => Stores.Databases;

    [SkippableTheory, MemberData(nameof(Databases))]
    public async Task Random_and_mutated_chains_get_data_or_a_refusal(Store store)
    {
        var host = stores[store];
        var random = new Random(20261125);
        for (var i = 0; i < 1_500; i++)
        {
            var query = Mutate(Seeds[random.Next(Seeds.Length)], random);
            using var response = await host.Client.GetAsync(new Uri($"http://shop.test/odata/{query}"));
            var body = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode is 200 or 204 or (>= 400 and < 500) or 501, $"{(int)response.StatusCode} {query}: {body}");
            if (!response.IsSuccessStatusCode) Assert.False(string.IsNullOrEmpty((string?)JsonNode.Parse(body)?["error"]?["code"]), query);
            else if (response.Content.Headers.ContentType?.MediaType == "application/json") Assert.NotNull(JsonNode.Parse(body));
        }
    }

    private static string Mutate(string query, Random random)
    {
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(query.Length);
            var length = Math.Min(random.Next(0, 6), query.Length - at);
            query = random.Next(3) switch
            {
                0 => query.Remove(at, Math.Min(length, query.Length - 1)),
                1 => query.Insert(at, Bits[random.Next(Bits.Length)]),
                _ => query.Remove(at, Math.Min(length, query.Length - 1)).Insert(Math.Min(at, query.Length - length),
                    Bits[random.Next(Bits.Length)]),
            };
        }

        var mark = query.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? query : query[..mark];
        path = path.Replace("%00", "", StringComparison.Ordinal).Replace("%ED%A0%80", "", StringComparison.Ordinal); // no client sends it
        return path.TrimStart('/') + (mark < 0 ? "" : query[mark..]).Replace("#", "", StringComparison.Ordinal);
    }
}
