using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Access;

/// <summary>Language and light or dark, kept in cookies of the browser.</summary>
[AllowAnonymous]
public sealed class PreferencesPage : PageModel
{
    private static readonly CookieOptions Year = new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true,
        HttpOnly = true };

    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPostLanguage(string language, string? returnUrl)
    {
        if (PageTexts.Languages.Contains(language))
            Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)), Year);
        return Back(returnUrl);
    }

    public IActionResult OnPostTheme(string theme, string? returnUrl)
    {
        if (theme is "dark" or "light") Response.Cookies.Append("theme", theme, Year);
        return Back(returnUrl);
    }

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "/");
}
