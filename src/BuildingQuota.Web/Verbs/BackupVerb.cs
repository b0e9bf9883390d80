using System.CommandLine;
using System.Globalization;
using BuildingQuota.Data;
using BuildingQuota.Data.Backups;
using BuildingQuota.Web.Hosting;

namespace BuildingQuota.Web.Verbs;

/// <summary><c>backup FILE|DIR</c> and <c>restore FILE</c>: the whole database in one file, with its hash beside it.</summary>
internal static class BackupVerb
{
    public static Command CreateBackup(VerbHost host)
    {
        var target = new Argument<string>("FILE|DIR") { Description = "A new file, or a folder for one that is named by the time." };
        const string about = "Copies the database while it is in use, checks the copy and writes its SHA-256 beside it.";
        var verb = new Command("backup", about) { target };
        verb.SetAction((line, stop) => host.RunAsFound(
            async run =>
            {
                var file = FileFor(line.GetRequiredValue(target), run.Get<TimeProvider>().GetLocalNow());
                var hash = await DatabaseBackup.Write(run.Get<QuotaDbFactory>().Database, file, run.Stop);
                await Console.Out.WriteLineAsync($"{hash}  {file}");
                return CommandLine.Succeeded;
            },
            stop));
        return verb;
    }

    public static Command CreateRestore(VerbHost host)
    {
        var source = new Argument<FileInfo>("FILE") { Description = "A file that 'backup' made." };
        source.AcceptExistingOnly();
        const string about = "Puts a backup in the database's place; the server must be stopped. What was there is kept beside it.";
        var verb = new Command("restore", about) { source };
        verb.SetAction((line, stop) => host.RunAsFound(
            async run =>
            {
                using var alone = InstanceLock.Take(run.Get<BuildingQuotaSettings>().DataPath);
                var file = line.GetRequiredValue(source).FullName;
                var kept = await DatabaseBackup.Restore(run.Get<QuotaDbFactory>().Database, file, run.Stop);
                await Console.Out.WriteLineAsync(kept is null ? "Restored." : $"Restored. What was there is in {kept}");
                return CommandLine.Succeeded;
            },
            stop));
        return verb;
    }

    private static string FileFor(string target, DateTimeOffset now) => Directory.Exists(target) || Path.EndsInDirectorySeparator(target)
        ? Path.Combine(target, string.Create(CultureInfo.InvariantCulture, $"quota-{now:yyyyMMdd-HHmmss}.backup"))
        : target;
}
