using BuildingQuota.Domain.Rules;
using Microsoft.Data.Sqlite;

namespace BuildingQuota.Data.Backups;

/// <summary>Copies of a SQLite database by its online backup: whole and consistent while others read and write.</summary>
internal static class SqliteCopy
{
    /// <summary>SQLite's own codes.</summary>
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    internal static void Backup(string connection, string file)
    {
        var place = new SqliteConnectionStringBuilder(connection).DataSource;
        if (!File.Exists(place))
            throw new RuleBrokenException("backup.no-database", $"There is no database {place}.", "Start the server once.");
        Copy(connection, Unpooled(file));
        RequireSound(file);
    }

    /// <summary>Returns where the former database went; null when there was none.</summary>
    internal static string? Restore(string connection, string file)
    {
        RequireSound(file);
        var place = new SqliteConnectionStringBuilder(connection).DataSource;
        SqliteConnection.ClearAllPools();
        string? kept = null;
        if (File.Exists(place))
        {
            kept = Free(place + ".before-restore");
            if (Fault(Unpooled(place)) is null) Copy(Unpooled(place), Unpooled(kept));
            else MoveAside(place, kept);
        }

        Copy(Unpooled(file), Unpooled(place));
        RequireSound(place);
        return kept;
    }

    /// <summary>What SQLite says of the file itself; null when it is sound.</summary>
    internal static string? Fault(string connection)
    {
        try
        {
            using var database = new SqliteConnection(connection);
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            var said = (string)command.ExecuteScalar()!;
            return said == "ok" ? null : said;
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is Corrupt or NotADatabase)
        {
            return damaged.Message;
        }
    }

    /// <summary>A damaged file cannot be copied by SQLite; it and its log are kept as they are, for whoever can mend them.</summary>
    private static void MoveAside(string place, string kept)
    {
        foreach (var part in new[] { "", "-wal", "-shm" })
            if (File.Exists(place + part)) File.Move(place + part, kept + part);
    }

    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection(from);
        using var target = new SqliteConnection(to);
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private static void RequireSound(string file)
    {
        if (Fault(Unpooled(file)) is { } fault) throw new RuleBrokenException("backup.damaged", $"{file} is damaged: {fault}.", "Take another backup.");
    }

    private static string Unpooled(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString;

    private static string Free(string name) =>
        Enumerable.Range(1, int.MaxValue).Select(i => FormattableString.Invariant($"{name}-{i}")).First(candidate => !File.Exists(candidate));
}
