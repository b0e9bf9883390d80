using BuildingQuota.Features.Access;
using BuildingQuota.Features.Planning;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Planning;

/// <summary>The plans that bind whoever looks, or somebody below them.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class PlansPage(FindPlans find, CurrentPerson person) : PageModel
{
    public IReadOnlyList<PlanRow> Plans { get; private set; } = [];

    /// <summary>A barometer is of regions.</summary>
    public bool HasRegion => person.Account?.Role != Domain.Access.Role.Facility;

    public async Task OnGet(CancellationToken stop) => Plans = await find.Run(stop);
}
