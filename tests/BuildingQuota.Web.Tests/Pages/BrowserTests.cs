using System.Text;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using Microsoft.Playwright;

namespace BuildingQuota.Web.Tests.Pages;

public sealed class BrowserTests
{
    [SkippableFact]
    public async Task A_facility_manager_signs_in_by_keyboard_uploads_and_reads_what_came_of_it()
    {
        await using var browser = await Browser.Start();
        await using var app = await PagesApp.Start(DatabaseProvider.Sqlite, listens: true);
        var page = await browser.Open(app.ClientOptions.BaseAddress);
        await SignInByKeyboard(page, Role.Facility);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("超用局");

        await Upload(page, SampleRegion.BadBills);
        await Assertions.Expect(page.Locator("#progress")).ToContainTextAsync("没有写入任何一行");
        await Assertions.Expect(page.Locator("#progress table")).ToContainTextAsync("很多");

        await Upload(page, SampleRegion.GoodBills);
        await Assertions.Expect(page.Locator("#progress")).ToContainTextAsync("全部写入");
        Assert.Empty(browser.Complaints);
    }

    [SkippableFact]
    public async Task Every_page_keeps_the_content_policy_draws_its_charts_and_speaks_the_language_that_was_chosen()
    {
        await using var browser = await Browser.Start();
        await using var app = await PagesApp.Start(DatabaseProvider.Sqlite, listens: true);
        var page = await browser.Open(app.ClientOptions.BaseAddress, width: 390);
        await SignInByKeyboard(page, Role.Officer);
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch to dark" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
        foreach (var path in new[] { "/institutions", "/evaluations", "/notices", "/bills", "/imports", "/data", "/keys",
            $"/institutions/{SampleRegion.Over}" })
        {
            await page.GotoAsync(path);
            await page.WaitForFunctionAsync("document.documentElement.scrollWidth <= window.innerWidth");
        }

        await page.GotoAsync($"/buildings/{SampleRegion.Over}-B1?year=2025");
        await Assertions.Expect(page.Locator("figure[data-chart] canvas").First).ToBeVisibleAsync();
        Assert.Equal(12, await page.Locator("figure[data-chart] tbody tr").CountAsync());
        Assert.Empty(browser.Complaints);
    }

    [SkippableFact]
    public async Task A_list_is_filtered_while_typing_and_without_script_by_its_button()
    {
        await using var browser = await Browser.Start();
        await using var app = await PagesApp.Start(DatabaseProvider.Sqlite, listens: true);
        foreach (var scripts in new[] { true, false })
        {
            var page = await browser.Open(app.ClientOptions.BaseAddress, scripts: scripts);
            await SignInByKeyboard(page, Role.Officer);
            await page.GotoAsync("/institutions");
            await page.GetByLabel("搜索").PressSequentiallyAsync("节约");
            if (!scripts) await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
            await Assertions.Expect(page.Locator("#results tbody tr")).ToHaveCountAsync(1);
        }
    }

    private static async Task SignInByKeyboard(IPage page, Role role)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("用户名").FillAsync(PagesApp.NameOf(role));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(PagesApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/");
    }

    private static async Task Upload(IPage page, string bills)
    {
        await page.GotoAsync("/imports");
        await page.GetByLabel("选择文件").SetInputFilesAsync(new FilePayload { Name = "bills.csv", MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(bills) });
        await page.Locator("main form button").ClickAsync();
    }
}
