using System.Globalization;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Planning;
using BuildingQuota.Web.Pages.Shared;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Planning;

/// <summary>One plan: a subject's way through it, everybody's scores, orders for its years, bases that would be others.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class PlanPage(ShowPlan show, FindMovedBases moved, FindOwnRegions regions, CurrentPerson person, PageTexts texts) : PageModel
{
    public sealed record OrderForm(string Region, int Year, Indicator Indicator, OverrideKind Kind, string? Amount, string? Source, string? Reason);

    public PlanProfile Profile { get; private set; } = null!; // set before the page is drawn, or the answer is 404

    public IReadOnlyList<MovedBase> Moved { get; private set; } = [];

    /// <summary>Regions that whoever looks may order for.</summary>
    public IReadOnlyDictionary<string, string> RegionNames { get; private set; } = new Dictionary<string, string>();

    /// <summary>Why it was not done.</summary>
    public string? Problem { get; private set; }

    public bool MayManage => person.May(Permission.ManagePlans);

    public IEnumerable<Indicator> Orderable => Profile.Targets.Select(target => target.Indicator).Append(Indicator.TotalEnergy).Append(Indicator.TotalCarbon);

    public string UrlOf(Indicator indicator) => Links.With(Request, "indicator", indicator.ToString());

    public async Task<IActionResult> OnGet(
        string code, SubjectKind? kind, string? subject, Indicator? indicator, [FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        if (await show.Run(new PlanRequest(code) { Kind = kind, Subject = subject, Indicator = indicator, Page = number }, stop) is not { } profile)
            return NotFound();
        Profile = profile;
        Moved = await moved.Run(code, stop);
        RegionNames = await regions.Run(stop);
        return Page();
    }

    public Task<IActionResult> OnPostOrder(string code, [FromForm] OrderForm form, [FromServices] OrderYear order, CancellationToken stop) =>
        Do(code, () => order.Run(new OrderYear.Request(code, form.Region, form.Indicator, form.Year)
        {
            Kind = form.Kind, Amount = Number(form.Amount), Source = form.Source, Reason = form.Reason, Actor = person.Name,
        }, stop), stop);

    public Task<IActionResult> OnPostWithdraw(
        string code, [FromForm] long order, [FromForm] string? reason, [FromServices] WithdrawOrder withdraw, CancellationToken stop) =>
        Do(code, () => withdraw.Run(new(order, reason, person.Name), stop), stop);

    public Task<IActionResult> OnPostRefreeze(
        string code, [FromForm] long[] frozen, [FromForm] string? reason, [FromServices] RefreezeBases refreeze, CancellationToken stop) =>
        Do(code, () => refreeze.Run(new(code, frozen, reason, person.Name), stop), stop);

    private async Task<IActionResult> Do(string code, Func<Task> use, CancellationToken stop)
    {
        if (!MayManage) return Forbid();
        try
        {
            await use();
            return Redirect("/plans/" + Uri.EscapeDataString(code));
        }
        catch (RuleBrokenException rule)
        {
            Problem = texts.Or("rule." + rule.Code, $"{rule.Message} {rule.Remedy}");
            return await OnGet(code, null, null, null, 1, stop);
        }
    }

    /// <summary>What is no number is out of every range.</summary>
    private static decimal Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture,
            out var number) ? number : decimal.MinValue;
}
