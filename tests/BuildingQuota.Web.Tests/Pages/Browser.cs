using Microsoft.Playwright;

namespace BuildingQuota.Web.Tests.Pages;

/// <summary>Chromium of the system; a test that needs it skips where there is none.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<string> _complaints = [];

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>What the console said that was not meant to be: violations of the content policy, errors of scripts.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<Browser> Start()
    {
        var path = Places.FirstOrDefault(File.Exists);
        Skip.If(path is null, "There is no Chromium.");
        var playwright = await Playwright.CreateAsync();
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Headless = true,
            Args = Switches }));
    }

    public async Task<IPage> Open(Uri address, int width = 1280, string locale = "zh-CN", bool scripts = true)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(), Locale = locale, ViewportSize = new() { Width = width, Height = 900 },
                JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _complaints.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
