using BuildingQuota.Domain.Audit;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Audit;
using BuildingQuota.Features.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Audit;

/// <summary>The trail of what was changed, by whom.</summary>
[RequirePermission(Permission.ReadAudit)]
public sealed class AuditPage(ReadAudit read) : PageModel
{
    public Listing<AuditEvent> List { get; private set; } = new([], 0, 1, 1);

    public async Task OnGet([FromQuery(Name = "page")] int number, CancellationToken stop) => List = await read.Run(number, stop);
}
