using System.CommandLine;
using System.Globalization;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Imports.Columns;
using BuildingQuota.Features.Imports.Problems;

namespace BuildingQuota.Web.Verbs;

/// <summary><c>import FILE…</c>: a line for each file on the output, its problems on the error output.</summary>
internal static class ImportVerb
{
    private const int ProblemsShown = 50;

    public static Command Create(VerbHost host)
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "CSV or XLSX files; their order does not matter.", Arity = ArgumentArity.OneOrMore,
        };
        files.AcceptExistingOnly();
        var kind = new Option<string?>("--kind") { Description = "What the files hold (bills, meters, …), when headers do not tell." };
        kind.AcceptOnlyFromAmong([.. Layouts.All.Select(layout => layout.Kind)]);
        var good = new Option<bool>("--accept-good") { Description = "Take the good rows of a file that also has bad ones." };
        const string about = "Checks files whole and writes them whole or not at all. The same file twice changes nothing.";
        var verb = new Command("import", about) { files, kind, good };
        verb.SetAction((line, stop) => host.Run(
            async run =>
            {
                var offered = line.GetRequiredValue(files).Select(file => new OfferedFile(file.Name, file.OpenRead));
                var request = new ImportRequest([.. offered], line.GetValue(kind), line.GetValue(good), VerbRun.Actor, VerbRun.Language)
                {
                    MayDraftQuotas = true,
                };
                var report = await run.Get<ImportFiles>().Run(request, VerbRun.Progress<ImportProgress>(Say), run.Stop);
                foreach (var file in report.Files) await Tell(file);
                foreach (var name in report.NotTaken) await Console.Out.WriteLineAsync($"{name}: not taken, a file before it was refused");
                return report.ExitCode;
            },
            stop));
        return verb;
    }

    private static string Say(ImportProgress at) => string.Create(CultureInfo.InvariantCulture, $"{at.File}: {at.Stage} {at.Done:N0}");

    private static async Task Tell(ImportedFile file)
    {
        var rows = $"read {file.Read}, new {file.New}, changed {file.Changed}, unchanged {file.Unchanged}, rejected {file.Rejected}";
        await Console.Out.WriteLineAsync($"{file.Name}: {file.Kind} {file.State}; {rows}");
        foreach (var problem in file.Problems.Take(ProblemsShown)) await Console.Error.WriteLineAsync($"{file.Name} {Line(problem)}");
        var more = file.ProblemCount - ProblemsShown;
        if (more > 0) await Console.Error.WriteLineAsync($"{file.Name}: {more} more problems; the feed ImportProblems lists all.");
    }

    private static string Line(RowProblem problem) =>
        $"{problem.Sheet} row {problem.Row} {problem.Column} '{problem.Value}' {problem.RuleCode}: {problem.Message} {problem.Remedy}";
}
