using System.Text.Json.Nodes;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Testing.Databases;
using BuildingQuota.Testing.Hosting;

namespace BuildingQuota.Web.Tests.Feeds;

/// <summary>A total by $apply is the sum of the rows that the feed shows, in one unit or not at all, and within the scope.</summary>
public sealed class FeedAggregationTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Coal_by_institution_kind_and_year_is_the_sum_of_the_monthly_rows(DatabaseProvider provider)
    {
        using var client = await (await QuotaApp.Shared(provider)).WithKey(Role.Auditor);
        var facts = await Rows(client, "/odata/MonthlyFacts?$expand=Institution($select=Kind)");
        Assert.NotEmpty(facts);

        var totals = await Rows(client,
            "/odata/MonthlyFacts?$apply=groupby((Institution/Kind,Year),aggregate(Kgce with sum as Kgce,$count as Rows))");

        Assert.Equal(
            facts.GroupBy(row => ((string?)row!["Institution"]!["Kind"], (int)row["Year"]!)).OrderBy(group => group.Key)
                .Select(group => (group.Key, group.Sum(row => (decimal)row!["Kgce"]!), group.Count())),
            totals.Select(row => (((string?)row!["Institution"]!["Kind"], (int)row["Year"]!), (decimal)row["Kgce"]!, (int)row["Rows"]!))
                .OrderBy(row => row.Item1));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task B34_quantities_of_several_units_have_no_sum(DatabaseProvider provider)
    {
        using var client = await (await QuotaApp.Shared(provider)).WithKey(Role.Auditor);
        var bills = await Rows(client, "/odata/BillFacts?$select=Quantity,Unit");
        var units = bills.Select(row => (string?)row!["Unit"]).Distinct().ToList();

        var whole = Assert.Single(await Rows(client, "/odata/BillFacts?$apply=aggregate(Quantity with sum as Total)"));
        Assert.Equal(units.Count == 1 ? bills.Sum(row => (decimal)row!["Quantity"]!) : null, (decimal?)whole!["Total"]);

        foreach (var row in await Rows(client, "/odata/BillFacts?$apply=groupby((Unit),aggregate(Quantity with sum as Total))"))
            Assert.Equal(bills.Where(bill => (string?)bill!["Unit"] == (string?)row!["Unit"]).Sum(bill => (decimal)bill!["Quantity"]!),
                (decimal?)row!["Total"]);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Aggregates_and_searches_stay_within_the_scope(DatabaseProvider provider)
    {
        using var client = await (await QuotaApp.Shared(provider)).WithKey(Role.Facility, Town.A);

        var owners = await Rows(client, "/odata/Bills?$apply=groupby((InstitutionCode))");
        Assert.Equal(Town.A, (string?)Assert.Single(owners)!["InstitutionCode"]);
        Assert.Equal(Town.A, (string?)Assert.Single(await Rows(client, "/odata/Institutions?$search=TOWN"))!["Code"]);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_set_takes_a_calculation_beside_all_its_columns_and_a_count(DatabaseProvider provider)
    {
        using var client = await (await QuotaApp.Shared(provider)).WithKey(Role.Auditor);
        var document = JsonNode.Parse(await client.GetStringAsync("/odata"))!; // the service document
        var sets = document["value"]!.AsArray().Select(set => (string?)set!["name"]);

        foreach (var set in sets)
        {
            var plain = await Rows(client, $"/odata/{set}?$top=2");
            var computed = await Rows(client, $"/odata/{set}?$compute=1 add 1 as Two&$top=2");
            foreach (var row in computed) Assert.True(row!.AsObject().Remove("Two"));
            Assert.Equal(plain.Select(Columns), computed.Select(Columns));
            Assert.Equal(await client.GetStringAsync($"/odata/{set}/$count"),
                Assert.Single(await Rows(client, $"/odata/{set}?$apply=aggregate($count as N)"))!["N"]!.ToJsonString());
        }
    }

    /// <summary>Without the links of documents.</summary>
    private static string Columns(JsonNode? row) => string.Join(';', row!.AsObject().Where(one => !one.Key.Contains('@'))
        .Select(one => $"{one.Key}={one.Value?.ToJsonString()}"));

    private static async Task<JsonArray> Rows(HttpClient client, string url)
    {
        using var answer = await client.GetAsync(url);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{url}: {text}");
        return JsonNode.Parse(text)!["value"]!.AsArray(); // a page
    }
}
