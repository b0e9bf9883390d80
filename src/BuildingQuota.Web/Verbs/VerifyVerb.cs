using System.CommandLine;
using BuildingQuota.Features.Audit;

namespace BuildingQuota.Web.Verbs;

/// <summary><c>verify</c>: is everything still as it was written?</summary>
internal static class VerifyVerb
{
    public static Command Create(VerbHost host)
    {
        var verb = new Command("verify", "Checks the database file, the audit trail's chain and the hash of every issued PDF.");
        verb.SetAction((_, stop) => host.Run(
            async run =>
            {
                var findings = await run.Get<VerifyRecords>().Run(run.Stop);
                foreach (var (what, isGood, said) in findings)
                    await (isGood ? Console.Out : Console.Error).WriteLineAsync($"{(isGood ? "ok " : "BAD")} {what}: {said}");
                return findings.All(finding => finding.IsGood) ? CommandLine.Succeeded : CommandLine.Failed;
            },
            stop));
        return verb;
    }
}
