using BuildingQuota.Features.Access;
using BuildingQuota.Web.Jobs;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Admin;

/// <summary>What runs by the clock: when it ran, how it went, when it runs next; and running it now.</summary>
[RequirePermission(Permission.ManageJobs)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class JobsPage(JobOverview jobs) : PageModel
{
    public IReadOnlyList<JobState> List { get; private set; } = [];

    [TempData]
    public string? Started { get; set; }

    public static (string Look, string Sign) LookOf(JobState job) => job switch
    {
        { IsRunning: true } => ("good", "▶"),
        { Outcome: JobOutcome.Succeeded } => ("best", "✓"),
        { Outcome: JobOutcome.Failed } => ("over", "▲"),
        _ => ("", "–"),
    };

    public static string Seconds(TimeSpan? duration) => duration is { } took ? Figures.Number((decimal)took.TotalSeconds, 1) + " s"
        : Figures.None;

    public async Task OnGet(CancellationToken stop) => List = await jobs.Run(stop);

    public async Task<IActionResult> OnPost(string name, CancellationToken stop)
    {
        await jobs.RunNow(name, stop);
        Started = name;
        return RedirectToPage();
    }
}
