using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Access;

/// <summary>Somebody's own keys; a new secret is on the page that answers its creation and nowhere else.</summary>
[RequirePermission(Permission.ReadFigures)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class KeysPage(IServiceProvider useCases, CurrentPerson person, PageTexts texts, TimeProvider clock) : PageModel
{
    public IReadOnlyList<KeyRow> List { get; private set; } = [];

    public CreateKey.NewKey? New { get; private set; }

    public string? Problem { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGet(CancellationToken stop) => List = await useCases.GetRequiredService<ListKeys>().Run(person.Account!.Id, stop);

    public async Task OnPost(string label, int days, CancellationToken stop)
    {
        try
        {
            New = await useCases.GetRequiredService<CreateKey>().Run(new(person.Name, label ?? "", days), stop);
        }
        catch (RuleBrokenException rule)
        {
            Problem = texts.Or("rule." + rule.Code, rule.Message + " " + rule.Remedy);
        }

        await OnGet(stop);
    }

    public async Task<IActionResult> OnPostRevoke(string id, CancellationToken stop)
    {
        await useCases.GetRequiredService<RevokeKey>().Run(new(id, person.Account!.Id), stop);
        return RedirectToPage();
    }
}
