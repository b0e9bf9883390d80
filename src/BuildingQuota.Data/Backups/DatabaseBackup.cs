using System.Security.Cryptography;
using BuildingQuota.Domain.Rules;

namespace BuildingQuota.Data.Backups;

/// <summary>The whole database as one file with its SHA-256 beside it (<c>FILE.sha256</c>), and back again.</summary>
public static class DatabaseBackup
{
    /// <summary>Writes a file that does not exist yet, from a database that may be in use; returns its hash.</summary>
    public static async Task<string> Write(DatabaseOptions database, string file, CancellationToken stop)
    {
        if (File.Exists(file))
            throw new RuleBrokenException("backup.file-exists", $"{file} exists already.", "Name another file: a backup is never written over.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var unfinished = file + ".unfinished";
        File.Delete(unfinished);
        if (database.Provider == DatabaseProvider.Sqlite) SqliteCopy.Backup(database.Connection, unfinished);
        else await PostgresDump.Backup(database.Connection, unfinished, stop);

        var hash = await HashOf(unfinished, stop);
        await File.WriteAllTextAsync(HashFile(file), $"{hash}  {Path.GetFileName(file)}\n", stop);
        File.Move(unfinished, file);
        return hash;
    }

    /// <summary>Checks the backup, then puts it in place. Returns where the former database is kept; null when there was none to keep.</summary>
    public static async Task<string?> Restore(DatabaseOptions database, string file, CancellationToken stop)
    {
        await RequireWhole(file, stop);
        if (database.Provider == DatabaseProvider.Sqlite) return SqliteCopy.Restore(database.Connection, file);
        await PostgresDump.Restore(database.Connection, file, stop);
        return null;
    }

    private static async Task RequireWhole(string file, CancellationToken stop)
    {
        if (!File.Exists(HashFile(file)))
            throw new RuleBrokenException("backup.no-hash", $"{HashFile(file)} is missing.", "Restore from a backup with its hash file beside it.");
        var expected = (await File.ReadAllTextAsync(HashFile(file), stop)).Split(' ')[0];
        if (await HashOf(file, stop) != expected)
            throw new RuleBrokenException("backup.damaged", $"{file} is not what was backed up: its SHA-256 differs.", "Take another backup.");
    }

    private static string HashFile(string file) => file + ".sha256";

    private static async Task<string> HashOf(string file, CancellationToken stop)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
    }
}
