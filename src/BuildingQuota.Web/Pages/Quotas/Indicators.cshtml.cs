using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Quotas.Allocating;
using BuildingQuota.Web.Pages.Shared;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Quotas;

/// <summary>The indicators of a year: given out by a bureau, ordered otherwise for one institution, read by everybody in scope.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class IndicatorsPage(FindYearIndicators find, JudgedYears years, CurrentPerson person, PageTexts texts) : PageModel
{
    public YearIndicatorsReading Reading { get; private set; } = null!; // set before the page is drawn

    public YearLinks Years { get; private set; } = null!; // as above

    public string? Problem { get; private set; }

    public string? Said { get; private set; }

    public string? Reason { get; private set; }

    public Indicator? CapIndicator { get; private set; }

    public bool MayGive => person.May(Permission.DraftQuotas);

    public bool MayApprove => person.May(Permission.PublishQuotas);

    public async Task OnGet(int? year, string? reason, [FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        Years = YearLinks.Until(years.ThisYear + 1, year ?? years.ThisYear);
        Reason = string.IsNullOrEmpty(reason) ? null : reason;
        Reading = await find.Run(Years.Chosen, null, Reason, number, stop);
    }

    public Task<IActionResult> OnPostGive(
        int year, string region, string ladder, Indicator? capIndicator, decimal? cap, decimal? reserve, [FromServices] AllocateIndicators allocate,
        CancellationToken stop) => Try(year, async () =>
    {
        var limit = capIndicator is { } indicator ? new AllocationCap(indicator, cap ?? 0, reserve ?? 0) : null;
        var result = await allocate.Run(new(region, year, ladder, limit), stop);
        Said = texts[result.IsNew ? "indicators.given" : "indicators.sameAsBefore"];
    }, stop);

    public Task<IActionResult> OnPostAsk(
        int year, string institution, Indicator indicator, decimal? value, string? because, [FromServices] OrderIndicator order,
        CancellationToken stop) =>
        Try(year, async () =>
        {
            await order.Ask(new(institution, indicator, year, value ?? 0, because ?? ""), stop);
            Said = texts["indicators.asked"];
        }, stop);

    public Task<IActionResult> OnPostApprove(
        int year, long order, [FromServices] OrderIndicator orders, CancellationToken stop) => Try(year, async () =>
    {
        await orders.Approve(order, stop);
        Said = texts["indicators.approved"];
    }, stop);

    private async Task<IActionResult> Try(int year, Func<Task> act, CancellationToken stop)
    {
        try
        {
            await act();
        }
        catch (RuleBrokenException rule)
        {
            Problem = texts.Or("rule." + rule.Code, $"{rule.Message} {rule.Remedy}");
        }

        await OnGet(year, null, 1, stop);
        return Page();
    }
}
