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

    private static async Task<JsonArray> Rows(HttpClient client, string url)
    {
        using var answer = await client.GetAsync(url);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{url}: {text}");
        return JsonNode.Parse(text)!["value"]!.AsArray(); // a page
    }
}
