using BuildingQuota.Features.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Imports;

/// <summary>How far an upload is, asked every second, and then what came of it.</summary>
[RequirePermission(Permission.UploadFiles)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RunningPage(WaitingUploads queue, CurrentPerson person) : PageModel
{
    public Upload Upload { get; private set; } = null!; // set by OnGet, or the answer goes elsewhere

    /// <summary>An upload that is not known any more (the program was started anew) is looked for in the list.</summary>
    public IActionResult OnGet(Guid id)
    {
        if (queue.Find(id, person.Account) is not { } upload) return RedirectToPage("/Imports/Index");
        Upload = upload;
        return Page();
    }

    public IActionResult OnGetProgress(Guid id) => queue.Find(id, person.Account) is { } upload ? Partial("_Progress", upload) : NotFound();
}
