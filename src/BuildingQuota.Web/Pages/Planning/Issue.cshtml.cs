using BuildingQuota.Features.Access;
using BuildingQuota.Features.Planning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Planning;

/// <summary>A barometer as it was issued.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class IssuePage(ShowBarometer show) : PageModel
{
    public Barometer Barometer { get; private set; } = null!; // set by OnGet, or the answer is 404

    public async Task<IActionResult> OnGet(long id, CancellationToken stop)
    {
        if (await show.Issued(id, stop) is not { } barometer) return NotFound();
        Barometer = barometer;
        return Page();
    }
}
