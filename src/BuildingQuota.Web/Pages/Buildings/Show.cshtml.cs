using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Buildings;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Buildings;

/// <summary>One building: its months against last year and the quota line, its verdicts, meters and areas.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class BuildingPage(ShowBuilding show, ShowEnergyMonths months, JudgedYears years) : PageModel
{
    public BuildingProfile Profile { get; private set; } = null!; // set by OnGet, or the answer is 404

    public EnergyMonths Months { get; private set; } = null!; // as above

    public YearLinks Years { get; private set; } = null!; // as above

    public int ClosedYear { get; private set; }

    public async Task<IActionResult> OnGet(string code, int? year, CancellationToken stop)
    {
        if (await show.Run(code, stop) is not { } profile) return NotFound();
        Profile = profile;
        ClosedYear = await years.LatestClosed(stop);
        Years = YearLinks.Until(years.ThisYear, year);
        Months = await months.Run(SubjectKind.Building, code, Years.Chosen, stop);
        return Page();
    }
}
