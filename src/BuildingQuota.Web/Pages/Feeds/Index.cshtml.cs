using System.Globalization;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Feeds;

/// <summary>A question to the service, ready to copy.</summary>
public sealed record FeedExample(string Id, string Text, string Address);

/// <summary>How to get the figures into Excel, Power BI or a script.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class FeedsPage(BuildingQuotaSettings settings, JudgedYears years) : PageModel
{
    public static IReadOnlyList<string> Tools { get; } = ["excel", "powerbi", "script"];

    /// <summary>The sets that a reader starts with; the service document names all.</summary>
    public static IReadOnlyList<string> Sets { get; } =
        ["YearVerdicts", "MonthlyFacts", "BillFacts", "Institutions", "Buildings", "Meters", "Notices"];

    public string Root => settings.UrlSeenBy(Request) + "/odata";

    public IReadOnlyList<FeedExample> Examples { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        var year = (await years.LatestClosed(stop)).ToString(CultureInfo.InvariantCulture);
        Examples =
        [
            new("over", "data.example.over", $"{Root}/YearVerdicts?$filter=Year eq {year} and TierName eq 'OverConstraint'&$orderby=OverrunPercent desc"),
            new("months", "data.example.months", $"{Root}/MonthlyFacts?$filter=Year eq {year} and InPerArea"
                + "&$select=InstitutionCode,BuildingCode,MonthStart,Carrier,Quantity,Unit,Kgce"),
            new("undetermined", "data.example.undetermined", $"{Root}/YearVerdicts?$filter=Year eq {year} and Sufficiency eq 'Undetermined'&$count=true"),
        ];
    }
}
