using System.Net;
using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>Behaviours 26 and 47: what a caller may have read, in a time that the test moves on.</summary>
[Collection(ShopTests.Name)]
public sealed class BudgetTests(Stores stores)
{
    [Fact]
    public void A_bucket_lets_through_while_anything_is_left_and_fills_again()
    {
        var clock = new Hand();
        var budget = new RowBudget(100, 10, clock);
        Assert.Null(budget.Wait("a"));
        budget.Spend("a", 99);
        Assert.Null(budget.Wait("a"));
        budget.Spend("a", 31);
        Assert.Equal(TimeSpan.FromSeconds(4), budget.Wait("a"));
        Assert.Null(budget.Wait("b"));
        clock.Seconds = 3;
        Assert.Equal(TimeSpan.FromSeconds(1), budget.Wait("a"));
        clock.Seconds = 4;
        Assert.Null(budget.Wait("a"));
        clock.Seconds = 1_000;
        budget.Spend("a", 100);
        Assert.Equal(TimeSpan.FromSeconds(1), budget.Wait("a"));
    }

    [Fact]
    public async Task B47_who_has_read_too_much_is_told_when_to_come_again_and_others_are_not()
    {
        var clock = new Hand();
        await using var host = await stores.Another(Store.Sqlite, options =>
        {
            options.Budget = new(20, 1, clock); // less than the page of 25, whatever time it takes
            options.Caller = http => http.Request.Headers.UserAgent.ToString() is { Length: > 0 } name ? name : null;
        });

        using var first = await Ask(host, "a", "Books");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(25, Answers.Ids(System.Text.Json.Nodes.JsonNode.Parse(await first.Content.ReadAsStringAsync())!).Length);

        using var spent = await Ask(host, "a", "Books(1)");
        Assert.Equal(HttpStatusCode.TooManyRequests, spent.StatusCode);
        Assert.True(spent.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.Contains("request.budget-spent", await spent.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var metadata = await Ask(host, "a", "$metadata");
        using var other = await Ask(host, "b", "Books(1)");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (metadata.StatusCode, other.StatusCode));
        clock.Seconds = 1_000_000;
        using var later = await Ask(host, "a", "Books(1)");
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task B47_making_a_document_costs_its_time_as_reading_rows_does()
    {
        var clock = new Hand();
        await using var host = await stores.Another(Store.Sqlite, options =>
        {
            options.Budget = new(20, 1, clock);
            options.Caller = http => "a";
            options.EntitySet<Paper>("Slow", paper => paper.Name, _ => new[] { new Paper { Name = "x" } }.AsQueryable())
                .Stream<string>("Report", async (_, _, stop) =>
                {
                    await Task.Delay(20, stop); // ten rows a millisecond
                    return new ODataDocument(new MemoryStream("{}"u8.ToArray()), "application/json");
                });
        });

        using var first = await Ask(host, "a", "Slow('x')/Report");
        using var spent = await Ask(host, "a", "Slow('x')/Report");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, spent.StatusCode));
    }

    private static async Task<HttpResponseMessage> Ask(ShopHost host, string who, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.ParseAdd(who);
        return await host.Client.SendAsync(request);
    }

    public sealed class Paper
    {
        public string Name { get; init; } = "";
    }

    private sealed class Hand : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
