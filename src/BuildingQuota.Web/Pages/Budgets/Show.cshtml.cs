using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Budgets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Budgets;

/// <summary>The energy calendar of one institution or building: its open year on one page, fit to be printed.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class BudgetPage(ShowBudget show) : PageModel
{
    public BudgetProfile Profile { get; private set; } = null!; // set by OnGet, or the answer is 404

    public async Task<IActionResult> OnGet(SubjectKind kind, string code, Indicator? indicator, LimitKind? limit, CancellationToken stop)
    {
        if (!ModelState.IsValid || await show.Run(kind, code, indicator, limit, stop) is not { } profile) return NotFound();
        Profile = profile;
        return Page();
    }

    public static string UrlOf(WarningRow row) =>
        UrlOf(row.SubjectKind, row.SubjectCode) + $"?indicator={row.Indicator}&limit={row.LimitKind}";

    public static string UrlOf(SubjectKind kind, string code) =>
        $"/budgets/{kind.ToString().ToLowerInvariant()}/{Uri.EscapeDataString(code)}";
}
