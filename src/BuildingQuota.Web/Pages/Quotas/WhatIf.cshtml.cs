using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Lists;
using BuildingQuota.Features.Quotas.Trying;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Quotas;

/// <summary>Trials: the form, and those that were made.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class WhatIfPage(FindWhatIfs find, WaitingTrials queue, CurrentPerson person, PageTexts texts) : PageModel
{
    public WhatIfChoices Choices { get; private set; } = null!; // set before the page is drawn

    public Listing<WhatIfRun> Runs { get; private set; } = null!; // as above

    public string? Problem { get; private set; }

    public Indicator? Indicator { get; private set; } = Domain.Quotas.Indicator.EnergyPerArea;

    public TargetPath? Path { get; private set; } = TargetPath.Geometric;

    public bool MayTry => person.May(Permission.ReviewQuotas);

    public async Task OnGet([FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        Choices = await find.Choices(stop);
        Runs = await find.Run(number, stop);
    }

    public Task<IActionResult> OnPostSet(string tried, string? inPlaceOf, string? zone, string region, int year, CancellationToken stop) =>
        Try(new(WhatIfKind.QuotaSet, region, year, tried) { InPlaceOf = Blank(inPlaceOf), Zone = Blank(zone) }, stop);

    public Task<IActionResult> OnPostPlan(
        string tried, Indicator indicator, decimal? rate, TargetPath path, string region, int year, CancellationToken stop) =>
        Try(new(WhatIfKind.PlanRate, region, year, tried) { Indicator = indicator, RatePercent = rate, Path = path }, stop);

    private async Task<IActionResult> Try(RunWhatIf.Request request, CancellationToken stop)
    {
        if (MayTry && queue.TryAdd(person.Account!, request) is { } trial) return RedirectToPage("/Quotas/Trying", new { id = trial.Id });
        Problem = texts[MayTry ? "whatIf.tooMany" : "rule.quota-set.not-allowed"];
        await OnGet(1, stop);
        return Page();
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
