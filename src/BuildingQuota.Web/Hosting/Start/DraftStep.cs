using System.Globalization;
using BuildingQuota.Features.Notices;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>Drafts the notices of the demonstration region once, for the last year that is over; none is issued.</summary>
internal sealed class DraftStep(DemoRegion region, DraftNotices draft, StartTrail trail) : IStartStep
{
    private const string Action = "start.draft";

    public string Name => "notices";

    public async Task<string> Run(StartProgress progress, CancellationToken stop)
    {
        if (!region.IsWanted) return "nothing yet";
        if (await trail.Has(Action, stop)) return "as they were";

        var summary = await draft.Run(new DraftRequest(), null, stop);
        var outcome = string.Create(CultureInfo.InvariantCulture, $"{summary.Drafted} drafts for {summary.Year}");
        await trail.Record(Action, outcome, stop);
        return outcome;
    }
}
