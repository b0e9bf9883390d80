using System.Text.Json.Nodes;

namespace BuildingQuota.OData.Tests.Shop;

/// <summary>Short words for asking and for looking at what came.</summary>
internal static class Answers
{
    public static async Task<JsonNode> Json(this ShopHost host, string url)
    {
        using var response = await host.Client.GetAsync(url);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {url}: {body}");
        return JsonNode.Parse(body)!; // success bodies are JSON
    }

    public static async Task<int[]> Ids(this ShopHost host, string query) => Ids(await host.Json($"Books?{query}"));

    public static int[] Ids(JsonNode page) => [.. page["value"]!.AsArray().Select(row => (int)row!["Id"]!)]; // rows of Books have an Id

    /// <summary>All pages, following the links.</summary>
    public static async Task<List<int[]>> Pages(this ShopHost host, string url)
    {
        var pages = new List<int[]>();
        for (string? next = url; next is not null;)
        {
            var page = await host.Json(next);
            pages.Add(Ids(page));
            next = (string?)page["@odata.nextLink"];
            Assert.True(pages.Count < 200, "the links do not end");
        }

        return pages;
    }

    /// <summary>Asks for something that is refused: the status and the error object, whose shape is checked.</summary>
    public static async Task<(int Status, JsonNode Error)> Refused(this ShopHost host, string url, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, url);
        using var response = await host.Client.SendAsync(request);
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        Assert.Equal("application/json; odata.metadata=minimal", response.Content.Headers.ContentType?.ToString());
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!; // a body without it fails here
        Assert.NotEmpty((string)error["code"]!);
        Assert.NotEmpty((string)error["message"]!);
        return ((int)response.StatusCode, error);
    }

    public static async Task<string> Code(this ShopHost host, string url)
    {
        var (status, error) = await host.Refused(url);
        return $"{status} {error["code"]}";
    }
}
