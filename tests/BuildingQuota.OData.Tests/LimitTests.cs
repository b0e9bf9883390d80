using BuildingQuota.OData.Tests.Shop;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.OData.Tests;

/// <summary>Both sides of every limit (field §6.8).</summary>
[Collection(ShopTests.Name)]
public sealed class LimitTests(Stores stores)
{
    private readonly ShopHost _host = stores[Store.Sqlite];

    [Fact]
    public async Task B28_a_list_of_a_thousand_is_accepted_and_one_more_is_not()
    {
        Assert.Equal(25, (await _host.Ids($"$filter=Id in ({Numbers(997)})")).Length);
        Assert.Equal("400 query.list-too-long", await _host.Code($"Books?$filter=Id in ({Numbers(1001)})"));
    }

    [Fact]
    public async Task B28_a_long_chain_of_or_as_power_query_makes_it_is_accepted()
    {
        // three nodes a link (eq, property, literal) and one for the chain
        Assert.Equal(25, (await _host.Ids($"$filter={Chain(333)}")).Length);
        Assert.Equal("400 query.too-many-nodes", await _host.Code($"Books?$filter={Chain(334)}"));
    }

    [Fact]
    public async Task Nesting_to_ten_is_accepted_and_deeper_is_not()
    {
        Assert.Equal(25, (await _host.Ids($"$filter={Nested(8)}")).Length);
        Assert.Equal("400 query.too-deep", await _host.Code($"Books?$filter={Nested(9)}"));
    }

    [Theory]
    [InlineData('(', ')')]
    [InlineData('-', ' ')]
    public async Task Nesting_that_would_exhaust_a_stack_is_refused(char open, char close) =>
        Assert.StartsWith("400 query.", await _host.Code($"Books?$filter={new string(open, 2000)}Id{new string(close, 2000)} eq 1"),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_chain_of_nots_that_would_exhaust_a_stack_is_refused() => Assert.StartsWith(
        "400 query.", await _host.Code($"Books?$filter={string.Concat(Enumerable.Repeat("not ", 2000))}InPrint"), StringComparison.Ordinal);

    [Fact]
    public async Task B28_a_url_of_16_KB_is_accepted_and_a_longer_one_is_not()
    {
        Assert.Empty(await _host.Ids($"$filter=Title eq '{new string('a', 16_000)}'"));
        Assert.Equal("400 request.url-too-long", await _host.Code($"Books?$filter=Title eq '{new string('a', 17_000)}'"));
    }

    [Fact]
    public async Task Limits_are_settings()
    {
        await using var strict = await stores.Another(Store.Sqlite, options => (options.Limits.Nodes, options.Limits.PageSize) = (3, 2));
        Assert.Equal(2, (await strict.Ids("$filter=Id gt 1")).Length);
        Assert.Equal("400 query.too-many-nodes", await strict.Code("Books?$filter=Id add 1 gt 1"));
    }

    [SkippableFact]
    public async Task B30_a_query_that_takes_too_long_is_given_up()
    {
        await using var hasty = await stores.Another(Store.Postgres, options =>
        {
            options.Limits.QueryTime = TimeSpan.FromMilliseconds(100);
            options.EntitySet<AuthorRow>("Slow", author => author.Name, services => services.GetRequiredService<ShopDb>().Authors
                .FromSql($"SELECT a.* FROM \"Authors\" a, pg_sleep(60)").Select(author => new AuthorRow { Name = author.Name }));
        });

        var (status, error) = await hasty.Refused("Slow");
        Assert.Equal((503, "server.timeout"), (status, (string?)error["code"]));
    }

    private static string Numbers(int count) => string.Join(',', Enumerable.Range(1, count));

    private static string Chain(int links) => string.Join(" or ", Enumerable.Range(1, links).Select(id => $"Id eq {id}"));

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("trim(", depth)) + "Title" + new string(')', depth) + " ne 'x'";
}
