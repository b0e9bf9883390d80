using System.Text.Json;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Testing.Databases;
using BuildingQuota.Testing.Hosting;

namespace BuildingQuota.Web.Tests.Feeds;

public sealed class FeedScopeTests
{
    /// <summary>Sets with the column that says whose a row is.</summary>
    private static readonly (string Set, string Owner)[] Owned =
    [
        ("Institutions", "Code"), ("Buildings", "InstitutionCode"), ("Meters", "InstitutionCode"), ("Headcounts", "InstitutionCode"),
        ("Bills", "InstitutionCode"), ("BillFacts", "InstitutionCode"), ("MonthlyFacts", "InstitutionCode"),
        ("YearVerdicts", "InstitutionCode"), ("Evaluations", "InstitutionCode"),
    ];

    private static readonly string[] Hostile =
    [
        "", "&$filter={0} eq 'TOWN-B'", "&$filter={0} eq 'TOWN-B' or 1 eq 1", "&$filter=not ({0} eq 'nobody')", "&$orderby={0} desc",
        "&$filter={0} in ('TOWN-A','TOWN-B')",
    ];

    public static TheoryData<DatabaseProvider, Role, string> Scopes { get; } = new()
    {
        { DatabaseProvider.Sqlite, Role.Facility, Town.A }, { DatabaseProvider.Sqlite, Role.Officer, Town.CountyA },
        { DatabaseProvider.Sqlite, Role.Auditor, Town.CountyA }, { DatabaseProvider.Postgres, Role.Facility, Town.A },
        { DatabaseProvider.Postgres, Role.Approver, Town.CountyA },
    };

    [SkippableTheory, MemberData(nameof(Scopes))]
    public async Task Nobody_sees_a_row_of_another_institution_whatever_they_ask(DatabaseProvider provider, Role role, string scope)
    {
        var app = await QuotaApp.Shared(provider);
        using var client = await app.WithKey(role, scope);

        foreach (var (set, owner) in Owned)
        {
            foreach (var ask in Hostile)
            {
                var owners = await Owners(client, $"/odata/{set}?$count=true" + ask.Replace("{0}", owner, StringComparison.Ordinal), owner);
                Assert.True(owners.All(code => code is null or Town.A), $"{set} {ask}: {string.Join(", ", owners)}");
            }

            Assert.Contains(Town.A, await Owners(client, $"/odata/{set}?$count=true", owner));
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_auditor_of_everything_sees_both(DatabaseProvider provider)
    {
        using var client = await (await QuotaApp.Shared(provider)).WithKey(Role.Auditor);

        foreach (var (set, owner) in Owned)
        {
            var owners = await Owners(client, $"/odata/{set}?$count=true", owner);
            Assert.Contains(Town.A, owners);
            Assert.Contains(Town.B, owners);
        }
    }

    [Fact]
    public async Task A_row_out_of_scope_is_not_there_by_its_key_either()
    {
        using var client = await (await QuotaApp.Shared(DatabaseProvider.Sqlite)).WithKey(Role.Facility, Town.A);

        using var own = await client.GetAsync($"/odata/Institutions('{Town.A}')");
        using var other = await client.GetAsync($"/odata/Institutions('{Town.B}')");

        Assert.Equal(System.Net.HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, other.StatusCode);
    }

    private static async Task<List<string?>> Owners(HttpClient client, string path, string owner)
    {
        using var answer = await client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        using var body = JsonDocument.Parse(text);
        return [.. body.RootElement.GetProperty("value").EnumerateArray().Select(row => row.GetProperty(owner).GetString())];
    }
}
