using BuildingQuota.Data;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Imports;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.Data.Sqlite;

namespace BuildingQuota.Bench.Region;

/// <summary>A SQLite database with the reference data and a region's master files in it, ready for its bills.</summary>
internal static class BenchDatabase
{
    public static async Task<TestDatabase> Create(BenchRegion region)
    {
        var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        await ReferenceData.Load(db, RepositoryRoot.File("seed"), new FixedClock(), default);
        await Import(db, region.MasterFiles());
        return database;
    }

    public static async Task Import(QuotaDb db, params OfferedFile[] files)
    {
        var report = await new ImportFiles(db, new FixedClock(), new ImportLimits()).Run(new ImportRequest(files, null, false, "bench", "en"), null, default);
        if (report.Files.Any(file => file.State != ImportState.Accepted) && report.Files[^1] is var refused)
            throw new InvalidOperationException($"{refused.Name}: {string.Join(", ", refused.Problems.Take(3))}");
    }

    public static string FileOf(TestDatabase database) => new SqliteConnectionStringBuilder(database.Options.Connection).DataSource;
}
