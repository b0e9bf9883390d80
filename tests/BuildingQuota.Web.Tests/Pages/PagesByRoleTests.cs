using System.Globalization;
using System.Net;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Testing.Databases;
using BuildingQuota.Web.Texts;

namespace BuildingQuota.Web.Tests.Pages;

public sealed class PagesByRoleTests
{
    private static readonly string[] ForAll =
    [
        "/", "/institutions", "/buildings", "/budgets", "/evaluations", "/revisions", "/plans", "/barometer", "/quotas", "/quotas/indicators", "/quotas/what-if", "/notices", "/bills", "/data", "/keys"
    ];

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Each_role_sees_its_home_and_its_pages_and_no_others(DatabaseProvider provider)
    {
        await using var app = await PagesApp.Start(provider);
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await app.SignedIn(role);
            foreach (var page in ForAll) await Answers(client, page, HttpStatusCode.OK, role);
            await Answers(client, "/imports", role is Role.Facility or Role.Officer or Role.Admin ? HttpStatusCode.OK
                : HttpStatusCode.Forbidden, role);
            await Answers(client, "/admin/jobs", role is Role.Admin ? HttpStatusCode.OK : HttpStatusCode.Forbidden, role);
            await Answers(client, "/audit", role is Role.Auditor or Role.Admin ? HttpStatusCode.OK : HttpStatusCode.Forbidden, role);
        }

        await A_facility_manager_meets_404_at_the_neighbours(app);
        await Search_finds_names_and_codes_and_pages_stay_within_the_list(app);
        await The_home_of_a_bureau_names_the_worst_and_what_is_undetermined(app);
        await A_verdict_shows_months_that_add_up_to_its_numerator(app);
        await An_exported_list_holds_no_formula(app);
        await The_page_takes_twenty_megabytes_in_one_upload(app);
    }

    private static async Task The_page_takes_twenty_megabytes_in_one_upload(PagesApp app)
    {
        const int Limit = 20 * 1024 * 1024;
        using var client = await app.SignedIn(Role.Officer);
        foreach (var size in new[] { Limit, Limit + 1 })
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(await PagesApp.Token(client, "/imports")), "__RequestVerificationToken" },
                { new ByteArrayContent(new byte[size]), "Files", "large.csv" },
            };
            var answer = await client.PostAsync("/imports", form);
            Assert.Equal(size == Limit, answer.RequestMessage!.RequestUri!.AbsolutePath != "/imports");
            Assert.Equal(size > Limit, (await answer.Content.ReadAsStringAsync()).Contains("请分批上传", StringComparison.Ordinal));
        }
    }

    private static async Task A_facility_manager_meets_404_at_the_neighbours(PagesApp app)
    {
        using var client = await app.SignedIn(Role.Facility);
        await Answers(client, $"/institutions/{SampleRegion.Over}", HttpStatusCode.OK, Role.Facility);
        await Answers(client, $"/buildings/{SampleRegion.Over}-B1", HttpStatusCode.OK, Role.Facility);
        await Answers(client, $"/budgets/institution/{SampleRegion.Over}", HttpStatusCode.OK, Role.Facility);
        await Answers(client, $"/budgets/building/{SampleRegion.Over}-B1", HttpStatusCode.OK, Role.Facility);
        await Answers(client, $"/budgets/institution/{SampleRegion.Within}", HttpStatusCode.NotFound, Role.Facility);
        await Answers(client, $"/budgets/nobody/{SampleRegion.Over}", HttpStatusCode.NotFound, Role.Facility);
        await Answers(client, $"/institutions/{SampleRegion.Within}", HttpStatusCode.NotFound, Role.Facility);
        await Answers(client, $"/buildings/{SampleRegion.Within}-B1", HttpStatusCode.NotFound, Role.Facility);
        Assert.DoesNotContain("节约局", await client.GetStringAsync("/institutions"), StringComparison.Ordinal);
        Assert.Contains(SampleRegion.Over + "-E1", await client.GetStringAsync("/bills"), StringComparison.Ordinal);
        Assert.DoesNotContain(SampleRegion.Within, await client.GetStringAsync($"/bills?institution={SampleRegion.Within}") is var page
            ? page[page.IndexOf("<tbody>", StringComparison.Ordinal)..] : "", StringComparison.Ordinal);
    }

    private static async Task Search_finds_names_and_codes_and_pages_stay_within_the_list(PagesApp app)
    {
        using var client = await app.SignedIn(Role.Officer);
        var byName = await client.GetStringAsync("/institutions?search=节约");
        Assert.Contains("节约局", byName, StringComparison.Ordinal);
        Assert.DoesNotContain("缺账局", byName, StringComparison.Ordinal);
        Assert.Contains("缺账局主楼", await client.GetStringAsync("/buildings?search=p-thin"), StringComparison.Ordinal);
        Assert.Contains("节约局", await client.GetStringAsync("/institutions?page=99"), StringComparison.Ordinal);
        Assert.Contains("51–", await client.GetStringAsync("/bills?page=2"), StringComparison.Ordinal);
    }

    private static async Task The_home_of_a_bureau_names_the_worst_and_what_is_undetermined(PagesApp app)
    {
        using var client = await app.SignedIn(Role.Officer);
        var home = await client.GetStringAsync("/");
        Assert.Contains("=超用局", home, StringComparison.Ordinal);
        Assert.Contains("塔城地区", home, StringComparison.Ordinal);
        Assert.Contains("缺账局", home, StringComparison.Ordinal);
    }

    private static async Task A_verdict_shows_months_that_add_up_to_its_numerator(PagesApp app)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN"); // the page's language, whatever the machine's is
        using var client = await app.SignedIn(Role.Auditor);
        var list = await client.GetStringAsync("/evaluations?year=2025&indicator=ElectricityPerArea&kind=Institution&tier=OverConstraint");
        var id = System.Text.RegularExpressions.Regex.Match(list, "href=\"/evaluations/([0-9]+)\"").Groups[1].Value;
        var verdict = await client.GetStringAsync("/evaluations/" + id);
        Assert.Contains("一位不差", verdict, StringComparison.Ordinal);
        Assert.Contains(
            new PageTexts()["ReplayOutcome.Same"], await client.GetStringAsync($"/evaluations/{id}/replay"), StringComparison.Ordinal);
        var proof = await client.GetStringAsync($"/evaluations/{id}/proof");
        Assert.All(["proof.lines", "proof.steps", "proof.meters", "proof.coefficients"], key =>
            Assert.Contains(new PageTexts()[key], proof, StringComparison.Ordinal));
        Assert.DoesNotContain("coefficientSet", proof, StringComparison.Ordinal);
    }

    private static async Task An_exported_list_holds_no_formula(PagesApp app)
    {
        using var client = await app.SignedIn(Role.Auditor);
        var bytes = await client.GetByteArrayAsync("/evaluations?handler=Export&year=2025&kind=Institution");
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.Contains(lines, line => line.Contains(",'=超用局,", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(",=超用局", StringComparison.Ordinal));
    }

    private static async Task Answers(HttpClient client, string page, HttpStatusCode expected, Role role)
    {
        using var answer = await client.GetAsync(page);
        Assert.True(answer.StatusCode == expected, $"{role} {page}: {answer.StatusCode}\n{await answer.Content.ReadAsStringAsync()}");
    }
}
