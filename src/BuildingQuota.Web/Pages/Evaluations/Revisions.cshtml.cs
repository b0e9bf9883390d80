using System.Globalization;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace BuildingQuota.Web.Pages.Evaluations;

/// <summary>What corrections moved: of one import, of one run, or of all.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class RevisionsPage(FindRevisions find) : PageModel
{
    public sealed record Filters(long? Import, long? Run, int? Year, RevisionDirection? Direction);

    public Filters Filter { get; private set; } = new(null, null, null, null);

    public RevisionList Found { get; private set; } = new(new Dictionary<RevisionDirection, int>(), new([], 0, 1, 1), []);

    public async Task OnGet([FromQuery] Filters filter, [FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        Filter = filter;
        Found = await find.Run(new(filter.Import, filter.Run, filter.Year, filter.Direction, number), stop);
    }

    public string UrlOf(RevisionDirection direction) => QueryHelpers.AddQueryString("/revisions", new Dictionary<string, string?>
    {
        ["import"] = Filter.Import?.ToString(CultureInfo.InvariantCulture), ["run"] = Filter.Run?.ToString(CultureInfo.InvariantCulture),
        ["year"] = Filter.Year?.ToString(CultureInfo.InvariantCulture), ["direction"] = direction.ToString(),
    });
}
