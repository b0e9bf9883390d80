using System.Globalization;
using BuildingQuota.Data;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Imports;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>
/// Brings seed/demo in by the same import that people use. Each file is a batch of its own, so a killed start has whole files, and the
/// next one finds those unchanged.
/// </summary>
internal sealed class DemoFilesStep(DemoRegion region, QuotaDb db, ImportFiles import, StartTrail trail, TimeProvider clock) : IStartStep
{
    private const string Action = "start.demo";

    public string Name => "demo region";

    public async Task<string> Run(StartProgress progress, CancellationToken stop)
    {
        if (!region.IsWanted) return "not wanted";
        if (await trail.Has(Action, stop)) return "as it was";

        await ReferenceData.LoadBureaus(db, DemoRegion.Folder, clock, stop);
        var files = Directory.EnumerateFiles(DemoRegion.Folder, "*.csv").Where(file => Path.GetFileName(file) != "bureaus.csv")
            .Select(file => new OfferedFile(Path.GetFileName(file), () => File.OpenRead(file)));
        var told = new Telling(at => progress.Now(Name, $"{at.File}: {at.Stage} {at.Done}"));
        await region.Enter(stop);
        var report = await import.Run(new ImportRequest([.. files], null, false, StartTrail.Actor), told, stop);
        region.Leave();
        RequireTaken(report);

        var rows = report.Files.Sum(file => file.Read);
        var outcome = string.Create(CultureInfo.InvariantCulture, $"{report.Files.Count} files, {rows:N0} rows");
        await trail.Record(Action, outcome, stop);
        return outcome;
    }

    private static void RequireTaken(ImportReport report)
    {
        if (report.Files.FirstOrDefault(file => file.State == ImportState.Refused) is not { } refused) return;
        var problem = refused.Problems[0];
        throw new RuleBrokenException(problem.RuleCode, $"{refused.Name} row {problem.Row}: {problem.Message}", problem.Remedy);
    }

    private sealed class Telling(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
