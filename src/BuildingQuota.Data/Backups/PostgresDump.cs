using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using BuildingQuota.Domain.Rules;
using Npgsql;

namespace BuildingQuota.Data.Backups;

/// <summary>Hands backups of PostgreSQL to its own tools, which must be on the PATH; the password goes by the environment, never by the line.</summary>
internal static class PostgresDump
{
    internal static Task Backup(string connection, string file, CancellationToken stop) =>
        Run("pg_dump", connection, ["--format=custom", "--file", file], stop);

    internal static Task Restore(string connection, string file, CancellationToken stop) => Run(
        "pg_restore", connection,
        ["--clean", "--if-exists", "--single-transaction", "--dbname", new NpgsqlConnectionStringBuilder(connection).Database!, file], stop);

    private static async Task Run(string tool, string connection, string[] arguments, CancellationToken stop)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true };
        start.Environment["PGHOST"] = settings.Host;
        start.Environment["PGPORT"] = settings.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = settings.Username;
        start.Environment["PGPASSWORD"] = settings.Password;
        start.Environment["PGDATABASE"] = settings.Database;
        using var process = Start(start);
        var said = await process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0) throw new RuleBrokenException("backup.tool-failed", $"{tool} failed: {said.ReplaceLineEndings(" ").Trim()}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new RuleBrokenException("backup.no-tool", $"{start.FileName} is not on the PATH.", "Install PostgreSQL's client programs.");
        }
    }
}
