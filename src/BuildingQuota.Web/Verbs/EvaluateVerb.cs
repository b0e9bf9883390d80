using System.CommandLine;
using System.Globalization;
using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;

namespace BuildingQuota.Web.Verbs;

/// <summary><c>evaluate [--year Y]</c>: stores only what comes out differently.</summary>
internal static class EvaluateVerb
{
    public static Command Create(VerbHost host)
    {
        var year = new Option<int?>("--year") { Description = "One year; otherwise every year that has bills." };
        var verb = new Command("evaluate", "Shares bills to months, judges institutions, buildings and regions, forecasts the open year.")
        {
            year,
        };
        verb.SetAction((line, stop) => host.Run(
            async run =>
            {
                var told = VerbRun.Progress<EvaluationProgress>(done => $"{done.Done} of {done.Total} institutions");
                var summary = await run.Get<EvaluateYears>().Run(new EvaluateRequest(line.GetValue(year)), told, run.Stop);
                await Console.Out.WriteLineAsync(Say(summary));
                var forecast = await run.Get<ForecastYear>().Run(told, run.Stop);
                await Console.Out.WriteLineAsync(Say(forecast));
                return CommandLine.Succeeded;
            },
            stop));
        return verb;
    }

    private static string Say(EvaluationSummary summary) => summary.Years.Count == 0 ? "There are no bills to evaluate."
        : $"{summary.Institutions} institutions, years {string.Join(", ", summary.Years)}: {summary.Changed} evaluations changed.";

    private static string Say(ForecastSummary summary) => string.Create(CultureInfo.InvariantCulture,
        $"{summary.Year} as of {summary.AsOf:yyyy-MM-dd}: {summary.Changed} of {summary.Forecasts} forecasts changed.");
}
