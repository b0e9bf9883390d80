using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Planning;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Planning;

/// <summary>How a region and those in it stand on the three axes, and the issuing of it.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class BarometerPage(
    ShowBarometer show, IssueBarometer issue, FindOwnRegions regions, JudgedYears years, CurrentPerson person, PageTexts texts) : PageModel
{
    public Barometer Barometer { get; private set; } = null!; // set before the page is drawn, or the answer is 404

    public IReadOnlyDictionary<string, string> RegionNames { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Why it was not issued.</summary>
    public string? Problem { get; private set; }

    public bool MayManage => person.May(Permission.ManagePlans);

    public async Task<IActionResult> OnGet(string? region, int? year, CancellationToken stop)
    {
        RegionNames = await regions.Run(stop);
        Years = await years.All(stop);
        var code = region ?? RegionNames.Keys.FirstOrDefault();
        if (code is null || await show.Now(code, year ?? await years.LatestClosed(stop), stop) is not { } barometer) return NotFound();
        Barometer = barometer;
        return Page();
    }

    public async Task<IActionResult> OnPost([FromForm] string region, [FromForm] int year, [FromForm] string? note, CancellationToken stop)
    {
        if (!MayManage) return Forbid();
        try
        {
            return RedirectToPage("Issue", new { id = await issue.Run(new(region, year, note, person.Name), stop) });
        }
        catch (RuleBrokenException rule)
        {
            Problem = texts.Or("rule." + rule.Code, $"{rule.Message} {rule.Remedy}");
            return await OnGet(region, year, stop);
        }
    }
}
