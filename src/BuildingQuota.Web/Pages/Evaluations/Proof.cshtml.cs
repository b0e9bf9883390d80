using System.Text;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Evaluations;

/// <summary>The proof sheet of the run that a verdict belongs to: everything that was read and computed, as tables or as the JSON
/// itself.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class ProofPage(ShowVerdict show, ReadTrace trace) : PageModel
{
    public VerdictProfile Profile { get; private set; } = null!; // set by OnGet, or the answer is 404

    public IReadOnlyList<ProofSection> Sheet { get; private set; } = [];

    public async Task<IActionResult> OnGet(long id, CancellationToken stop)
    {
        if (await Read(id, stop) is not { } json) return NotFound();
        Sheet = ProofSection.Read(json);
        return Page();
    }

    public async Task<IActionResult> OnGetDownload(long id, CancellationToken stop) =>
        await Read(id, stop) is { } json ? File(Encoding.UTF8.GetBytes(json), "application/json", $"proof-{Profile.Run.Id}.json")
            : NotFound();

    private async Task<string?> Read(long id, CancellationToken stop)
    {
        if (await show.Run(id, stop) is not { } profile) return null;
        Profile = profile;
        return await trace.Run(profile.Run.Id, stop);
    }
}
