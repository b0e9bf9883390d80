using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Quotas.Trying;
using BuildingQuota.Web.Pages.Shared;
using BuildingQuota.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BuildingQuota.Web.Pages.Quotas;

/// <summary>What a trial came to: how many, by kind and region, and which.</summary>
[RequirePermission(Permission.ReadFigures)]
public sealed class TriedPage(FindWhatIfs find, PageTexts texts) : PageModel
{
    public WhatIfReading Reading { get; private set; } = null!; // set by OnGet, or the answer is 404

    public WhatIfOutcome? Outcome { get; private set; }

    public Chart ByKind => Of("by-kind", "whatIf.byKind", Reading.ByKind, of => texts["InstitutionKind." + of]);

    public Chart ByRegion => Of("by-region", "whatIf.byRegion", Reading.ByRegion, of => of);

    public async Task<IActionResult> OnGet(long id, WhatIfOutcome? outcome, [FromQuery(Name = "page")] int number, CancellationToken stop)
    {
        if (await find.Show(id, outcome, number, stop) is not { } reading) return NotFound();
        (Reading, Outcome) = (reading, outcome);
        return Page();
    }

    private Chart Of(string id, string title, IReadOnlyList<OutcomeCount> counts, Func<string, string> name)
    {
        var labels = counts.Select(count => count.Of).Distinct().ToArray();
        var series = Enum.GetValues<WhatIfOutcome>().Where(outcome => counts.Any(count => count.Outcome == outcome))
            .Select(outcome => new ChartSeries(texts.Of(outcome), [.. labels.Select(label => Count(counts, label, outcome))]) { Stack = "all" });
        return new Chart(id, texts[title], texts["whatIf.verdicts"], [.. labels.Select(name)], [.. series])
        {
            Horizontal = true, Decimals = 0, LabelHead = texts[title],
            Summary = texts["whatIf.summary", Reading.Run.Judged, Reading.Run.Changed, Reading.Run.NewlyOver],
        };
    }

    private static decimal? Count(IReadOnlyList<OutcomeCount> counts, string label, WhatIfOutcome outcome) =>
        counts.Where(count => count.Of == label && count.Outcome == outcome).Sum(count => (decimal)count.Count);
}
