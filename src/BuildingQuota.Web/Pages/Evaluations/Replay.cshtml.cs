using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Evaluations.Replaying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Evaluations;

/// <summary>The run of a verdict made again from its frozen inputs, and what is recorded otherwise since.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class ReplayPage(ShowVerdict show, ReplayEvaluation replay) : PageModel
{
    public VerdictProfile Profile { get; private set; } = null!; // set by OnGet, or the answer is 404

    public ReplayReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGet(long id, CancellationToken stop) => await Read(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnGetDownload(long id, CancellationToken stop) => await Read(id, stop)
        ? File(ReplayEvaluation.ToJson(Report), "application/json", $"replay-{Report.EvaluationId}.json")
        : NotFound();

    private async Task<bool> Read(long id, CancellationToken stop)
    {
        if (await show.Run(id, stop) is not { } profile || await replay.Run(profile.Run.Id, stop) is not { } report) return false;
        (Profile, Report) = (profile, report);
        return true;
    }
}
