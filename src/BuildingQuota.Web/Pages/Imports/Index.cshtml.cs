using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Lists;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Imports;

/// <summary>Sends files on their way and lists what was sent before. Nothing is imported within the request.</summary>
[RequirePermission(Permission.UploadFiles)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportsPage(FindImports find, WaitingUploads queue, CurrentPerson person) : PageModel
{
    /// <summary>Of all files of one upload together.</summary>
    public const int LargestUpload = 20 * 1024 * 1024;

    private const int LargestRequest = LargestUpload + 64 * 1024;

    public static IReadOnlyList<string> Kinds { get; } =
        ["bills", "meters", "allocations", "buildings", "areas", "headcounts", "institutions", "regions", "adoptions", "plan_bases"];

    public Listing<ImportBatch> List { get; private set; } = new([], 0, 1, 1);

    /// <summary>Key of the text that says why nothing was taken.</summary>
    public string? Problem { get; private set; }

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public bool AcceptGood { get; set; }

    public async Task OnGet([FromQuery(Name = "page")] int number, CancellationToken stop) => List = await find.Run(number, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        Problem = Files is not { Count: > 0 } ? "imports.noFile" : Files.Sum(file => file.Length) > LargestUpload ? "error.413.why" : null;
        if (Problem is null)
        {
            var offered = await Task.WhenAll(Files.Select(file => Keep(file, stop)));
            var known = Kinds.Contains(Kind) ? Kind : null;
            var upload = queue.TryAdd(person.Account!, new ImportRequest(offered, known, AcceptGood, person.Name, PageTexts.Language)
            {
                MayDraftQuotas = person.May(Permission.DraftQuotas),
            });
            if (upload is not null) return RedirectToPage("/Imports/Running", new { id = upload.Id });
            Problem = "imports.busy";
        }

        await OnGet(1, stop);
        return Page();
    }

    /// <summary>The form's own copy ends with the request. A name is a name, never a path.</summary>
    private static async Task<OfferedFile> Keep(IFormFile file, CancellationToken stop)
    {
        using var kept = new MemoryStream((int)file.Length);
        await file.CopyToAsync(kept, stop);
        var bytes = kept.ToArray();
        return new OfferedFile(Path.GetFileName(file.FileName), () => new MemoryStream(bytes, writable: false));
    }
}
