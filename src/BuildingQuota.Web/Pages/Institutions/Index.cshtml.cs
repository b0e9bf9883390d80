using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Institutions;
using BuildingQuota.Features.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Institutions;

/// <summary>The institutions in scope.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class InstitutionsPage(FindInstitutions find, JudgedYears years) : PageModel
{
    public sealed record Filters(string? Search, InstitutionKind? Kind, AdministrativeLevel? Level, TierName? Tier, string? Sort);

    public Filters Filter { get; private set; } = new(null, null, null, null, null);

    public int Year { get; private set; }

    public Listing<InstitutionRow> List { get; private set; } = new([], 0, 1, 1);

    public async Task OnGet([FromQuery] Filters filter, [FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        Filter = filter;
        Year = await years.LatestClosed(stop);
        List = await find.Run(new(filter.Search, filter.Kind, filter.Level, null, filter.Tier, filter.Sort, number), stop);
    }
}
