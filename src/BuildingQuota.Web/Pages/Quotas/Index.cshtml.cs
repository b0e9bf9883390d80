using BuildingQuota.Features.Access;
using BuildingQuota.Features.Quotas;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Quotas;

/// <summary>The sets of quotas, drafts first.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class StandardsPage(FindStandards find, CurrentPerson person) : PageModel
{
    public IReadOnlyList<StandardListRow> Standards { get; private set; } = [];

    public bool MayDraft => person.May(Permission.DraftQuotas);

    public async Task OnGet(CancellationToken stop) => Standards = await find.Run(stop);
}
