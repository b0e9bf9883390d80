using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Notices;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Notices;

/// <summary>One notice: what it says, what happened to it, and its approval by whoever may and did not draft it.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class NoticePage(FindNotices find, ReadNotice read, IssueNotice issue, CurrentPerson person, PageTexts texts) : PageModel
{
    public NoticeReading Reading { get; private set; } = null!; // set before the page is drawn, or the answer is 404

    /// <summary>Why it was not issued.</summary>
    public string? Problem { get; private set; }

    public bool MayIssue => person.May(Permission.IssueNotices);

    public bool DraftedBySame => string.Equals(Reading.Notice.DraftedBy, person.Name, StringComparison.OrdinalIgnoreCase);

    public async Task<IActionResult> OnGet(long id, CancellationToken stop)
    {
        if (!await find.IsThere(id, stop)) return NotFound();
        Reading = await read.Run(id, stop);
        return Page();
    }

    public async Task<IActionResult> OnPost(long id, [FromServices] IAuthorizationService guard, CancellationToken stop)
    {
        if (!(await guard.AuthorizeAsync(User, Permission.IssueNotices.ToString())).Succeeded) return Forbid();
        if (!await find.IsThere(id, stop)) return NotFound();
        try
        {
            await issue.Run(new(id, person.Name, person.Account!.Role), stop);
            return RedirectToPage(new { id });
        }
        catch (RuleBrokenException rule)
        {
            Problem = texts.Or("rule." + rule.Code, $"{rule.Message} {rule.Remedy}");
            return await OnGet(id, stop);
        }
    }
}
