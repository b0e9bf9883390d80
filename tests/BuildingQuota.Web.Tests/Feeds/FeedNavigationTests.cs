using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Testing.Databases;
using BuildingQuota.Testing.Hosting;

namespace BuildingQuota.Web.Tests.Feeds;

/// <summary>Every navigation that $metadata declares, so that a new one is tried as soon as it is there.</summary>
public sealed class FeedNavigationTests
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_navigation_expands_on_both_databases(DatabaseProvider provider)
    {
        using var client = await (await QuotaApp.Shared(provider)).WithKey(Role.Auditor);

        foreach (var (set, navigation, _) in await Declared(client))
        {
            var rows = await Rows(client, $"/odata/{set}?$top=50&$expand={navigation}");
            Assert.All(rows, row => Assert.True(row!.AsObject().ContainsKey(navigation), $"{set}/{navigation}"));
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task No_navigation_leads_out_of_the_scope(DatabaseProvider provider)
    {
        using var client = await (await QuotaApp.Shared(provider)).WithKey(Role.Facility, Town.A);

        foreach (var (set, navigation, target) in await Declared(client))
        {
            var owner = target == "Institutions" ? "Code" : "InstitutionCode";
            var rows = await Rows(client, $"/odata/{set}?$expand={navigation}");
            var codes = rows.Select(row => row![navigation]).OfType<JsonNode>()
                .SelectMany(inner => inner is JsonArray many ? many.OfType<JsonNode>() : [inner])
                .Select(inner => (string?)inner[owner]).Distinct();
            Assert.True(codes.All(code => code is null or Town.A), $"{set}/{navigation}: {string.Join(", ", codes)}");
        }

        Assert.Empty(await Rows(client, $"/odata/Bills?$filter=Institution/Code eq '{Town.B}'"));
        Assert.Empty(await Rows(client, $"/odata/Regions?$filter=Institutions/any(i:i/Code eq '{Town.B}')"));
        using var other = await client.GetAsync($"/odata/Institutions('{Town.B}')/Buildings");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_path_leads_from_an_institution_to_the_bills_of_its_meters(DatabaseProvider provider)
    {
        using var client = await (await QuotaApp.Shared(provider)).WithKey(Role.Auditor);

        var institution = await Body(client,
            $"/odata/Institutions('{Town.A}')?$expand=Region,Meters($expand=Bills($orderby=PeriodStart desc;$top=2;$count=true))");
        Assert.Equal((string?)institution["RegionCode"], (string?)institution["Region"]!["Code"]);
        var meters = institution["Meters"]!.AsArray();
        Assert.NotEmpty(meters);
        foreach (var meter in meters)
        {
            var count = int.Parse(await client.GetStringAsync($"/odata/Meters('{meter!["Code"]}')/Bills/$count"),
                System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(count, (int?)meter["Bills@odata.count"]);
            Assert.Equal(Math.Min(count, 2), meter["Bills"]!.AsArray().Count);
        }
    }

    private static async Task<List<(string Set, string Navigation, string Target)>> Declared(HttpClient client)
    {
        var document = XDocument.Parse(await client.GetStringAsync("/odata/$metadata"));
        var declared = document.Descendants(Edm + "EntitySet").SelectMany(set => set.Elements(Edm + "NavigationPropertyBinding")
            .Select(bound => (set.Attribute("Name")!.Value, bound.Attribute("Path")!.Value, bound.Attribute("Target")!.Value))).ToList();
        Assert.True(declared.Count > 40, $"{declared.Count} navigations"); // attributes that CSDL requires
        return declared;
    }

    private static async Task<JsonArray> Rows(HttpClient client, string url) => (await Body(client, url))["value"]!.AsArray();

    private static async Task<JsonNode> Body(HttpClient client, string url)
    {
        using var answer = await client.GetAsync(url);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{url}: {text}");
        return JsonNode.Parse(text)!; // success bodies are JSON
    }
}
