using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Budgets;

/// <summary>Whose open year is to be warned, the worst first.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class WarningsPage(FindWarnings find, JudgedYears years) : PageModel
{
    public sealed record Filters(
        string? Search, EarlyWarningLevel? Level, Indicator? Indicator, SubjectKind? Kind, bool? Plan, string? Sort);

    public Filters Filter { get; private set; } = new(null, null, null, null, null, null);

    public int Year => years.ThisYear;

    public DateOnly? AsOf { get; private set; }

    public IReadOnlyDictionary<EarlyWarningLevel, int> Counts { get; private set; } = new Dictionary<EarlyWarningLevel, int>();

    public Listing<WarningRow> List { get; private set; } = new([], 0, 1, 1);

    /// <summary>Without a question: institutions that are to be warned.</summary>
    public async Task OnGet([FromQuery] Filters filter, [FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        var asked = Request.Query.Keys.Any(key => key is not ("page" or "sort" or "lang"));
        Filter = asked ? filter : filter with { Level = EarlyWarningLevel.EvenChance, Kind = SubjectKind.Institution };
        (AsOf, Counts) = (await find.AsOf(Year, stop), await find.Count(Year, stop));
        List = await find.Run(
            new()
            {
                Year = Year, AtLeast = Filter.Level, Indicator = Filter.Indicator, Kind = Filter.Kind, AgainstPlan = Filter.Plan,
                Search = Filter.Search, Sort = Filter.Sort, Page = number,
            },
            stop);
    }
}
