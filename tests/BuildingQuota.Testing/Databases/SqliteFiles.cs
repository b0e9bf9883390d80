using BuildingQuota.Data;
using Microsoft.Data.Sqlite;

namespace BuildingQuota.Testing.Databases;

/// <summary>SQLite databases in folders under the temporary directory.</summary>
internal static class SqliteFiles
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);

    internal static TestDatabase Empty() => In(Directory.CreateTempSubdirectory("bq-test-"));

    internal static async Task<TestDatabase> Migrated()
    {
        var folder = Directory.CreateTempSubdirectory("bq-test-");
        File.Copy(await Template.Value, FileIn(folder));
        return In(folder);
    }

    private static string FileIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "quota.db");

    private static TestDatabase In(DirectoryInfo folder) => new(DatabaseProvider.Sqlite, $"Data Source={FileIn(folder)}", () =>
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    });

    private static async Task<string> MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("bq-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        await Data.Database.Prepare(In(folder).Factory, CancellationToken.None);
        SqliteConnection.ClearAllPools(); // the last connection to close folds the log into the file
        return FileIn(folder);
    }
}
