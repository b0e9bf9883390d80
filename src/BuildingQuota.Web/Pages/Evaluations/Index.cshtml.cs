using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Lists;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace BuildingQuota.Web.Pages.Evaluations;

/// <summary>The verdict list, and the same rows as a CSV file.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class VerdictsPage(FindVerdicts find, JudgedYears years, PageTexts texts) : PageModel
{
    public sealed record Filters(
        string? Search, int? Year, Indicator? Indicator, SubjectKind? Kind, TierName? Tier, Sufficiency? Sufficiency, string? Sort)
    {
        public FindVerdicts.Request Request(int page) => new()
        {
            Search = Search, Year = Year, Indicator = Indicator, Kind = Kind, Tier = Tier, Sufficiency = Sufficiency, Sort = Sort,
                Page = page,
        };
    }

    public Filters Filter { get; private set; } = new(null, null, null, null, null, null, null);

    public IReadOnlyList<int> Years { get; private set; } = [];

    public Listing<VerdictRow> List { get; private set; } = new([], 0, 1, 1);

    public async Task OnGet([FromQuery] Filters filter, [FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        Filter = filter;
        Years = await years.All(stop);
        List = await find.Run(filter.Request(number), stop);
    }

    public async Task<IActionResult> OnGetExport([FromQuery] Filters filter, CancellationToken stop) =>
        File(VerdictCsv.Write(await find.Export(filter.Request(1), stop), texts), "text/csv; charset=utf-8", "verdicts.csv");

    public string ExportUrl => QueryHelpers.AddQueryString(
        Request.Path + "?handler=Export", Request.Query.Where(pair => pair.Key is not ("page" or "handler")));
}
