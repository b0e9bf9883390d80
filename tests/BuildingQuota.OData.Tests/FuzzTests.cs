using System.Text.Json.Nodes;
using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>Whatever is asked, the answer is data or an OData refusal: never a failure of ours, never something else.</summary>
[Collection(ShopTests.Name)]
public sealed class FuzzTests(Stores stores)
{
    private static readonly string[] Seeds =
    [
        "$filter=Price gt 20.8 and contains(Title,'市')&$orderby=Price desc,Title&$top=5&$skip=2&$count=true&$select=Id,Price",
        "$filter=(Pages add 3) mul 2 le -4.5 or not (Genre in ('Poetry','History'))&$select=*",
        "$filter=year(Published) eq 2024 and AddedAt lt 2025-04-01T08:00:00+08:00&$format=json",
        "$filter=Code eq 00003dde-0001-0002-0304-050607080902 or Autographed eq null",
        "$filter=startswith(concat(Title,Subtitle),@p) and round(Price) ge 21&@p='a'&$orderby=length(Subtitle) desc",
        "$filter=substring(Title,1,2) eq 'lp' and Published in (2023-02-01,null)&$skiptoken=AAAA",
    ];

    private static readonly string[] Bits =
    [
        "'", "''", "(", ")", ",", " ", "%00", "%ED%A0%80", "%", "&", "=", "$", "@", "/", "null", "true", " eq ", " in ", " and ", " not ",
        "-", "1e400",
        "99999999999999999999999999999", "0", "NaN", "INF", "Id", "Title", "Genre", "Price", "cast(", "now()", "2024-02-30", "any(", "$it",
        "duration'P1D'",
        "市", "\\", "\"", "[", "]", "{", "}", "*", "+", ";", "contains(", "div 0", " mod 0", "9e27", "$filter=", "$apply=", "binary'AA'",
        " has ", " gt ",
    ];

    public static TheoryData<Store> All => Stores.All;

    [SkippableTheory, MemberData(nameof(All))]
    public async Task Random_and_mutated_queries_get_data_or_a_refusal(Store store)
    {
        var host = stores[store];
        var random = new Random(20261120);
        for (var i = 0; i < 1_500; i++)
        {
            var query = Mutate(Seeds[random.Next(Seeds.Length)], random);
            using var response = await host.Client.GetAsync(new Uri($"http://shop.test/odata/Books?{query}"));
            var body = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode is 200 or (>= 400 and < 500) or 501, $"{(int)response.StatusCode} {query}: {body}");
            if (!response.IsSuccessStatusCode) Assert.False(string.IsNullOrEmpty((string?)JsonNode.Parse(body)?["error"]?["code"]), query);
        }
    }

    [Fact]
    public async Task Random_paths_get_data_or_a_refusal()
    {
        var random = new Random(20261121);
        foreach (var _ in Enumerable.Range(0, 1_000))
        {
            var path = Mutate("Books(1)/Title/$value", random)
                .Replace("?", "", StringComparison.Ordinal)
                .Replace("%00", "", StringComparison.Ordinal); // no client sends it
            using var response = await stores[Store.Sqlite].Client.GetAsync(new Uri($"http://shop.test/odata/x{path}"));
            Assert.True((int)response.StatusCode is (>= 400 and < 500) or 501, $"{(int)response.StatusCode} {path}");
            using var inside = await stores[Store.Sqlite].Client.GetAsync(new Uri($"http://shop.test/odata/{path}"));
            Assert.True((int)inside.StatusCode is (>= 200 and < 300) or (>= 400 and < 500) or 501, $"{(int)inside.StatusCode} {path}");
        }
    }

    private static string Mutate(string query, Random random)
    {
        for (var edits = random.Next(1, 5); edits > 0; edits--)
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
            if (query.Length == 0) query = "$filter=";
        }

        return query.Replace("#", "", StringComparison.Ordinal);
    }
}
