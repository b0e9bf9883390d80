using System.CommandLine;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Features.Audit;
using BuildingQuota.Features.Evaluations.Replaying;

namespace BuildingQuota.Web.Verbs;

/// <summary><c>verify [--replay [--year Y] [--sample N]]</c>: is everything still as it was written, and does it come out again?</summary>
internal static class VerifyVerb
{
    public static Command Create(VerbHost host)
    {
        var replay = new Option<bool>("--replay") { Description = "Also makes stored evaluations again from their frozen inputs and compares the hashes." };
        var year = new Option<int?>("--year") { Description = "With --replay: evaluations of this year only." };
        var sample = new Option<int?>("--sample") { Description = "With --replay: so many evaluations, the same for everybody who asks." };
        var verb = new Command("verify", "Checks database file, audit trail, proof sheets and issued PDFs against their hashes. Writes nothing.")
        {
            replay, year, sample,
        };
        verb.SetAction((line, stop) => host.RunAsFound(
            async run =>
            {
                var database = new QuotaDbFactory(run.Get<QuotaDbFactory>().Database.ForReading());
                await using var db = database.Create(AccessScope.Everything);
                List<RecordFinding> findings = [.. await new VerifyRecords(db).Run(run.Stop)];
                if (line.GetValue(replay) && findings.TrueForAll(finding => finding.IsGood))
                    findings.Add(await new ReplayStoredRuns(db).Run(new(line.GetValue(year), line.GetValue(sample)), run.Stop));
                foreach (var (what, isGood, said) in findings)
                    await (isGood ? Console.Out : Console.Error).WriteLineAsync($"{(isGood ? "ok " : "BAD")} {what}: {said}");
                return findings.TrueForAll(finding => finding.IsGood) ? CommandLine.Succeeded : CommandLine.Failed;
            },
            stop));
        return verb;
    }
}
