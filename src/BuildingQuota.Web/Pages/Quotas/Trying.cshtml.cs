using BuildingQuota.Features.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Quotas;

/// <summary>How far a trial is, asked every second.</summary>
[RequirePermission(Permission.ReviewQuotas)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TryingPage(WaitingTrials queue, CurrentPerson person) : PageModel
{
    public Trial Trial { get; private set; } = null!; // set by OnGet, or the answer goes elsewhere

    public IActionResult OnGet(Guid id)
    {
        if (queue.Find(id, person.Account) is not { } trial) return RedirectToPage("/Quotas/WhatIf");
        if (trial.RunId is { } run) return RedirectToPage("/Quotas/Tried", new { id = run });
        Trial = trial;
        return Page();
    }

    public IActionResult OnGetProgress(Guid id) => queue.Find(id, person.Account) is { } trial ? Partial("_TrialProgress", trial) : NotFound();
}
