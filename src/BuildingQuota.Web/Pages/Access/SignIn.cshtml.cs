using BuildingQuota.Data.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Access;

/// <summary>Name and password; five wrong attempts lock the account for a while.</summary>
[AllowAnonymous]
public sealed class SignInPage(SignInManager<Account> signIn) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string UserName { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public bool Stay { get; set; }

    /// <summary>Key of the text that says why it was refused.</summary>
    public string? Problem { get; private set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target()) : Page();

    public async Task<IActionResult> OnPost()
    {
        var result = await signIn.PasswordSignInAsync((UserName ?? "").Trim(), Password ?? "", Stay, lockoutOnFailure: true);
        if (result.Succeeded) return LocalRedirect(Target());
        Problem = result.IsLockedOut ? "account.locked" : "account.wrong";
        Response.StatusCode = StatusCodes.Status200OK;
        return Page();
    }

    private string Target() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/";
}
