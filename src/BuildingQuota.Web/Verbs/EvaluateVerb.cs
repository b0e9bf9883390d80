using System.CommandLine;
using System.Globalization;
using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;

namespace BuildingQuota.Web.Verbs;

/// <summary><c>evaluate [--year Y | --changed]</c>: stores only what comes out differently.</summary>
internal static class EvaluateVerb
{
    public static Command Create(VerbHost host)
    {
        var year = new Option<int?>("--year") { Description = "One year and those after it, which build on it; otherwise every year that has bills." };
        var changed = new Option<bool>("--changed") { Description = "Only what an import has changed since it was evaluated." };
        var verb = new Command("evaluate", "Shares bills to months, judges institutions, buildings and regions, forecasts the open year.")
        {
            year, changed,
        };
        verb.Validators.Add(line =>
        {
            if (line.GetResult(year) is not null && line.GetResult(changed) is not null) line.AddError("--year and --changed exclude each other.");
        });
        verb.SetAction((line, stop) => host.Run(
            async run =>
            {
                var told = VerbRun.Progress<EvaluationProgress>(done => $"{done.Done} of {done.Total} institutions");
                var summary = await run.Get<EvaluateYears>().Run(new EvaluateRequest(line.GetValue(year), line.GetValue(changed)), told, run.Stop);
                foreach (var failure in summary.Failures)
                    await Console.Error.WriteLineAsync($"{failure.RuleCode}: {string.Join(", ", failure.Institutions)}: {failure.Message}");
                await Console.Out.WriteLineAsync(Say(summary));
                await Console.Out.WriteLineAsync(Say(await run.Get<ForecastYear>().Run(told, run.Stop)));
                return summary.Failures.Count == 0 ? CommandLine.Succeeded : CommandLine.Failed;
            },
            stop));
        return verb;
    }

    private static string Say(EvaluationSummary summary) => summary.Institutions == 0 ? "There is nothing to evaluate."
        : $"{summary.Institutions} institutions, years {string.Join(", ", summary.Years)}: {summary.Changed} evaluations changed.";

    private static string Say(ForecastSummary summary) => string.Create(CultureInfo.InvariantCulture,
        $"{summary.Year} as of {summary.AsOf:yyyy-MM-dd}: {summary.Changed} of {summary.Forecasts} forecasts changed.");
}
