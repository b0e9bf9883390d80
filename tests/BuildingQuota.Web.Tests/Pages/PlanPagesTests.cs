using System.Net;
using System.Text.Json;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Testing.Databases;

namespace BuildingQuota.Web.Tests.Pages;

public sealed class PlanPagesTests
{
    private const string Plan = "/plans/TC-FYP14?indicator=EnergyPerArea";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Plans_are_read_by_everybody_in_scope_and_managed_by_officers(DatabaseProvider provider)
    {
        await using var app = await PagesApp.Start(provider);
        await A_plan_shows_the_path_and_the_scores(app);
        await A_facility_manager_sees_its_own_and_orders_nothing(app);
        await An_officer_orders_a_year_and_takes_it_back(app);
        await An_officer_issues_the_barometer(app);
        await Scores_and_barometer_are_feeds(app);
    }

    private static async Task A_plan_shows_the_path_and_the_scores(PagesApp app)
    {
        using var client = await app.SignedIn(Role.Auditor);
        Assert.Contains("TC-FYP14", await client.GetStringAsync("/plans"), StringComparison.Ordinal);
        var page = await client.GetStringAsync(Plan);
        foreach (var said in new[] { "原路径", "=超用局", "21.8500", "CN-GOAL", "没有年度调整" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("order-amount", page, StringComparison.Ordinal);
        Assert.Contains("id=\"plan\"", await client.GetStringAsync($"/institutions/{SampleRegion.Over}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/plans/NO-PLAN")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/barometer/999")).StatusCode);
    }

    private static async Task A_facility_manager_sees_its_own_and_orders_nothing(PagesApp app)
    {
        using var client = await app.SignedIn(Role.Facility);
        Assert.DoesNotContain("节约局", await client.GetStringAsync("/barometer?year=2025"), StringComparison.Ordinal);
        var answer = await PagesApp.Post(client, Plan, "/plans/TC-FYP14?handler=Order", OrderOf("4"));
        Assert.True(answer.StatusCode == HttpStatusCode.Forbidden || answer.RequestMessage!.RequestUri!.AbsolutePath != "/plans/TC-FYP14");
    }

    private static async Task An_officer_orders_a_year_and_takes_it_back(PagesApp app)
    {
        using var client = await app.SignedIn(Role.Officer);
        var refused = await (await PagesApp.Post(client, Plan, "/plans/TC-FYP14?handler=Order", OrderOf("许多"))).Content.ReadAsStringAsync();
        Assert.Contains("下降率须大于 -100 且小于 100", refused, StringComparison.Ordinal);
        var ordered = await (await PagesApp.Post(client, Plan, "/plans/TC-FYP14?handler=Order", OrderOf("4"))).Content.ReadAsStringAsync();
        Assert.Contains("塔地节能办〔2025〕1号", ordered, StringComparison.Ordinal);
        var withdrawn = await (await PagesApp.Post(client, Plan, "/plans/TC-FYP14?handler=Withdraw",
            new() { ["order"] = "1", ["reason"] = "文件废止" })).Content.ReadAsStringAsync();
        Assert.Contains("已撤销", withdrawn, StringComparison.Ordinal);
        var again = await (await PagesApp.Post(client, Plan, "/plans/TC-FYP14?handler=Withdraw",
            new() { ["order"] = "1", ["reason"] = "文件废止" })).Content.ReadAsStringAsync();
        Assert.Contains("已不在执行", again, StringComparison.Ordinal);
        var unmoved = await (await PagesApp.Post(client, Plan, "/plans/TC-FYP14?handler=Refreeze",
            new() { ["frozen"] = "1", ["reason"] = "核实" })).Content.ReadAsStringAsync();
        Assert.Contains("没有选择，或所选基期值已与现值一致", unmoved, StringComparison.Ordinal);
    }

    private static async Task An_officer_issues_the_barometer(PagesApp app)
    {
        using var client = await app.SignedIn(Role.Officer);
        var fields = new Dictionary<string, string> { ["region"] = "654200", ["year"] = "2025", ["note"] = "第一次" };
        var issued = await PagesApp.Post(client, "/barometer?region=654200&year=2025", "/barometer", fields);
        Assert.Equal("/barometer/1", issued.RequestMessage!.RequestUri!.AbsolutePath);
        var page = await issued.Content.ReadAsStringAsync();
        foreach (var said in new[] { "-1 期", "第一次", "一级", "没有进行预测", "节约局" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("没有预警等级", await (await PagesApp.Post(client, "/barometer?region=654200&year=2025", "/barometer",
            new() { ["region"] = "654200", ["year"] = "2023" })).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task Scores_and_barometer_are_feeds(PagesApp app)
    {
        using var client = await app.SignedIn(Role.Auditor);
        var scores = await Rows(client, "/odata/PlanScores?$filter=Year eq 2025 and SubjectCode eq 'P-OVER'&$orderby=PreviousWarningLevelPlan desc,Id");
        var score = Assert.Single(scores);
        Assert.Equal(("EnergyPerArea", 2), (score.GetProperty("Indicator").GetString(), score.GetProperty("PreviousWarningLevelPlan").GetInt32()));
        Assert.Equal(0, score.GetProperty("ModelB").GetDecimal());
        Assert.NotEmpty(await Rows(client, "/odata/PlanScores?$apply=groupby((Grade),aggregate($count as N))"));
        Assert.Equal(2, (await Rows(client, "/odata/PlanOverrides?$orderby=Id")).Count);
        Assert.Equal(2, (await Rows(client, "/odata/FrozenBases?$filter=IsCurrent")).Count);
        Assert.All(await Rows(client, "/odata/BarometerRows?$filter=IsCurrent and IssueNumber ne ''"), row =>
            Assert.Equal("654200", row.GetProperty("RegionCode").GetString()));
        Assert.NotEmpty(await Rows(client, "/odata/ScoreRules?$filter=SetCode eq 'CN-GOAL' and Scale eq 'Warning'"));
    }

    private static Dictionary<string, string> OrderOf(string amount) => new()
    {
        ["region"] = "654200", ["year"] = "2025", ["indicator"] = "EnergyPerArea", ["kind"] = "RatePercent", ["amount"] = amount,
        ["source"] = "塔地节能办〔2025〕1号", ["reason"] = "补欠账",
    };

    private static async Task<IReadOnlyList<JsonElement>> Rows(HttpClient client, string address)
    {
        var answer = await client.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {text}");
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("value").EnumerateArray()];
    }
}
