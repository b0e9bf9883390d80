using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Quotas;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Quotas;

/// <summary>One set of quotas: what is odd about it first, what may be done with it, its rows, and what happened to it.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class StandardPage(ShowStandard show, CurrentPerson person, PageTexts texts) : PageModel
{
    public StandardReading Reading { get; private set; } = null!; // set before the page is drawn, or the answer is 404

    /// <summary>Why it was not done.</summary>
    public string? Problem { get; private set; }

    public bool MayDraft => person.May(Permission.DraftQuotas);

    public bool MayReview => person.May(Permission.ReviewQuotas);

    public bool DraftedBySame => string.Equals(Reading.Standard.DraftedBy, person.Name, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<StandardAction> Actions =>
    [
        .. new[] { StandardAction.Review, StandardAction.Publish, StandardAction.Return }
            .Where(action => StandardLife.Allows(Reading.Standard.State, action) && (action == StandardAction.Return || !DraftedBySame)
                && person.May(action == StandardAction.Publish ? Permission.PublishQuotas : Permission.ReviewQuotas)),
    ];

    public async Task<IActionResult> OnGet(string code, CancellationToken stop)
    {
        if (await show.Run(code ?? "", stop) is not { } reading) return NotFound();
        Reading = reading;
        return Page();
    }

    public Task<IActionResult> OnPostMove(
        string code, StandardAction step, string? note, [FromServices] MoveStandard move, CancellationToken stop) =>
        Try(code, code, () => move.Run(new(code, step, note), stop), stop);

    public Task<IActionResult> OnPostAcknowledge(
        string code, string key, string? note, [FromServices] AcknowledgeFinding acknowledge, CancellationToken stop) =>
        Try(code, code, () => acknowledge.Run(new(code, key, note ?? ""), stop), stop);

    public Task<IActionResult> OnPostCopy(
        string code, string? newCode, string? newName, [FromServices] DraftStandard draft, CancellationToken stop) =>
        Try(code, newCode ?? "", () => draft.Run(new(code, newCode ?? "", newName ?? ""), stop), stop);

    public Task<IActionResult> OnPostDiscard(string code, string? note, [FromServices] DiscardStandard discard, CancellationToken stop) =>
        Try(code, null, () => discard.Run(new(code, note ?? ""), stop), stop);

    private async Task<IActionResult> Try(string code, string? then, Func<Task> act, CancellationToken stop)
    {
        try
        {
            await act();
            return then is null ? RedirectToPage("/Quotas/Index") : RedirectToPage(new { code = then.Trim() });
        }
        catch (RuleBrokenException rule)
        {
            Problem = texts.Or("rule." + rule.Code, $"{rule.Message} {rule.Remedy}");
            return await OnGet(code, stop);
        }
    }
}
