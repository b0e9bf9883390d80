using System.CommandLine;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Features.Audit;

namespace BuildingQuota.Web.Verbs;

/// <summary><c>verify</c>: is everything still as it was written?</summary>
internal static class VerifyVerb
{
    public static Command Create(VerbHost host)
    {
        var verb = new Command("verify", "Checks database file, audit trail, proof sheets and issued PDFs against their hashes. Writes nothing.");
        verb.SetAction((_, stop) => host.RunAsFound(
            async run =>
            {
                var database = new QuotaDbFactory(run.Get<QuotaDbFactory>().Database.ForReading());
                await using var db = database.Create(AccessScope.Everything);
                var findings = await new VerifyRecords(db).Run(run.Stop);
                foreach (var (what, isGood, said) in findings)
                    await (isGood ? Console.Out : Console.Error).WriteLineAsync($"{(isGood ? "ok " : "BAD")} {what}: {said}");
                return findings.All(finding => finding.IsGood) ? CommandLine.Succeeded : CommandLine.Failed;
            },
            stop));
        return verb;
    }
}
