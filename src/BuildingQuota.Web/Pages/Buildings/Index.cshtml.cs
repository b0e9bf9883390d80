using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Buildings;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Buildings;

/// <summary>The buildings in scope.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class BuildingsPage(FindBuildings find, JudgedYears years) : PageModel
{
    public sealed record Filters(string? Search, BuildingKind? Kind, TierName? Tier, string? Sort);

    public Filters Filter { get; private set; } = new(null, null, null, null);

    public int Year { get; private set; }

    public Listing<BuildingRow> List { get; private set; } = new([], 0, 1, 1);

    public async Task OnGet([FromQuery] Filters filter, [FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        Filter = filter;
        Year = await years.LatestClosed(stop);
        List = await find.Run(new(filter.Search, filter.Kind, filter.Tier, filter.Sort, number), stop);
    }
}
