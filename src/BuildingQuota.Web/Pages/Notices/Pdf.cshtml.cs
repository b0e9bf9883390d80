using BuildingQuota.Documents.Letters;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Notices;

/// <summary>The letter itself; an issued one is the stored bytes.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class PdfPage(FindNotices find, NoticePdfOf paper) : PageModel
{
    public Task<IActionResult> OnGet(long id, CancellationToken stop) => Paper(id, LetterLanguage.Chinese, stop);

    public Task<IActionResult> OnGetEnglish(long id, CancellationToken stop) => Paper(id, LetterLanguage.English, stop);

    private async Task<IActionResult> Paper(long id, LetterLanguage language, CancellationToken stop)
    {
        if (!await find.IsThere(id, stop)) return NotFound();
        var letter = await paper.Run(new(id, language), stop);
        Response.Headers.ContentDisposition = $"inline; filename=\"{letter.FileName}\"";
        return File(letter.Pdf, "application/pdf");
    }
}
