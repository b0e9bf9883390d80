using BuildingQuota.Domain.Notices;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Lists;
using BuildingQuota.Features.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Notices;

/// <summary>The documents in scope, drafts first.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class NoticesPage(FindNotices find, JudgedYears years) : PageModel
{
    public sealed record Filters(string? Search, NoticeState? State, int? Year);

    public Filters Filter { get; private set; } = new(null, null, null);

    public IReadOnlyList<int> Years { get; private set; } = [];

    public Listing<NoticeRow> List { get; private set; } = new([], 0, 1, 1);

    public async Task OnGet([FromQuery] Filters filter, [FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        Filter = filter;
        Years = await years.All(stop);
        List = await find.Run(new(filter.State, filter.Year, filter.Search, number), stop);
    }
}
