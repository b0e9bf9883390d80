using BuildingQuota.Features.Access;
using BuildingQuota.Features.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Imports;

/// <summary>One file that was offered: its counts, and each row that was not taken.</summary>
[RequirePermission(Permission.UploadFiles)]
public sealed class ImportPage(FindImports find) : PageModel
{
    public ImportProfile Import { get; private set; } = null!; // set by OnGet, or the answer is 404

    public async Task<IActionResult> OnGet(long id, [FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        if (await find.Show(id, number, stop) is not { } import) return NotFound();
        Import = import;
        return Page();
    }
}
