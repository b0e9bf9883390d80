using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Rules;

/// <summary>By which rules a region is evaluated, and who published them.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class RulesPage(ShowRules show, JudgedYears years) : PageModel
{
    public RulesProfile Profile { get; private set; } = null!; // set by OnGet, or the answer is 404

    public IReadOnlyList<int> Years { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? region, int? year, CancellationToken stop)
    {
        if (await show.Run(region, year ?? await years.LatestClosed(stop), stop) is not { } profile) return NotFound();
        Profile = profile;
        Years = [.. (await years.All(stop)).Append(years.ThisYear).Append(profile.Year).Distinct().OrderDescending()];
        return Page();
    }
}
