using System.Text;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Evaluations;

/// <summary>The proof sheet of the run that a verdict belongs to, as sums that can be done by hand, or as the JSON itself.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class ProofPage(ShowVerdict show, ReadTrace trace) : PageModel
{
    public VerdictProfile Profile { get; private set; } = null!; // set by OnGet, or the answer is 404

    public ProofReading Sheet { get; private set; } = new();

    /// <summary>The verdicts by subject, that of the asked verdict first.</summary>
    public IEnumerable<IGrouping<(SubjectKind SubjectKind, string Subject), ProofVerdict>> Subjects => Sheet.Verdicts
        .OrderBy(sum => !IsOfSubject(sum)).GroupBy(sum => (sum.SubjectKind, sum.Subject));

    public bool IsAskedFor(ProofVerdict sum) => IsOfSubject(sum) && sum.Indicator == Profile.Verdict.Indicator;

    public async Task<IActionResult> OnGet(long id, CancellationToken stop)
    {
        if (await Read(id, stop) is not { } json) return NotFound();
        Sheet = ProofReading.Read(json);
        return Page();
    }

    public async Task<IActionResult> OnGetDownload(long id, CancellationToken stop) =>
        await Read(id, stop) is { } json ? File(Encoding.UTF8.GetBytes(json), "application/json", $"proof-{Profile.Run.Id}.json")
            : NotFound();

    private bool IsOfSubject(ProofVerdict sum) =>
        sum.SubjectKind == Profile.Verdict.SubjectKind && sum.Subject == Profile.Verdict.SubjectCode;

    private async Task<string?> Read(long id, CancellationToken stop)
    {
        if (await show.Run(id, stop) is not { } profile) return null;
        Profile = profile;
        return await trace.Run(profile.Run.Id, stop);
    }
}
