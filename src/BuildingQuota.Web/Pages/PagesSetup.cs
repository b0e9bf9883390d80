using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using BuildingQuota.Features.Lists;
using BuildingQuota.Web.Pages.Budgets;
using BuildingQuota.Web.Pages.Imports;
using BuildingQuota.Web.Pages.Planning;
using BuildingQuota.Web.Pages.Quotas;
using BuildingQuota.Web.Pages.Shared;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

namespace BuildingQuota.Web.Pages;

/// <summary>What the pages need of the program, and where they are reached.</summary>
public static class PagesSetup
{
    public static IServiceCollection AddQuotaPages(this IServiceCollection services)
    {
        services.AddReading().AddSingleton<PageTexts>().AddSingleton<EnergyCharts>().AddSingleton<BudgetCharts>().AddSingleton<PlanCharts>()
            .AddSingleton<ChangeCharts>();
        services.AddSingleton<WaitingUploads>().AddHostedService<UploadWorker>();
        services.AddSingleton<WaitingTrials>().AddHostedService<TrialWorker>();
        services.AddRazorPages();
        services.AddAntiforgery(options => options.Cookie.Name = "antiforgery");
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<RequestLocalizationOptions>(Localize);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static WebApplication MapQuotaPages(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    /// <summary>The cookie decides, then what the browser asks for; numbers and days look the same in both languages.</summary>
    private static void Localize(RequestLocalizationOptions options)
    {
        var languages = PageTexts.Languages.Select(CultureInfo.GetCultureInfo).ToList();
        options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, languages[0]);
        options.SupportedCultures = [CultureInfo.InvariantCulture, .. languages];
        options.SupportedUICultures = languages;
        options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
    }
}
