using System.Diagnostics;

namespace BuildingQuota.Bench.Shell;

/// <summary>The <c>sqlite3</c> program as the peer: seconds, peak memory and what it printed.</summary>
internal sealed record SqliteShell(double Seconds, long PeakKilobytes, string Output)
{
    public static SqliteShell Run(string database, string script)
    {
        var watch = Stopwatch.StartNew();
        using var shell = Process.Start(new ProcessStartInfo("/usr/bin/time", ["-f", "peak %M", "sqlite3", database])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("sqlite3 did not start.");
        shell.StandardInput.Write(script);
        shell.StandardInput.Close();
        var output = shell.StandardOutput.ReadToEnd();
        var errors = shell.StandardError.ReadToEnd().Trim();
        shell.WaitForExit();
        if (shell.ExitCode != 0 || !errors.StartsWith("peak ", StringComparison.Ordinal)) throw new InvalidOperationException($"sqlite3: {errors}");
        return new SqliteShell(watch.Elapsed.TotalSeconds, long.Parse(errors["peak ".Length..], System.Globalization.CultureInfo.InvariantCulture), output);
    }
}
