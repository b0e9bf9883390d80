using System.Globalization;
using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>Evaluates the demonstration region once, and forecasts its open year; from then on the nightly job does.</summary>
internal sealed class EvaluateStep(DemoRegion region, EvaluateYears evaluate, ForecastYear forecast, StartTrail trail) : IStartStep
{
    private const string Action = "start.evaluate";

    public string Name => "evaluation";

    public async Task<string> Run(StartProgress progress, CancellationToken stop)
    {
        if (!region.IsWanted) return "nothing yet";
        if (await trail.Has(Action, stop)) return "as it was";

        var told = new Progress(done => progress.Now(Name, $"{done.Done} of {done.Total} institutions"));
        var summary = await evaluate.Run(new EvaluateRequest(), told, stop);
        var open = await forecast.Run(told, stop);
        var outcome = string.Create(CultureInfo.InvariantCulture,
            $"{summary.Institutions} institutions, {summary.Years.Count} years, {summary.Changed} evaluations, {open.Changed} forecasts");
        await trail.Record(Action, outcome, stop);
        return outcome;
    }

    private sealed class Progress(Action<EvaluationProgress> tell) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => tell(value);
    }
}
