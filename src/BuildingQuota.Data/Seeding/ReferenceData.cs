using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Evaluations;
using BuildingQuota.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Seeding;

/// <summary>
/// Brings the published reference data of a directory into the database: all files or none. A file whose bytes were loaded before is
/// passed over. Breaks <c>reference.changed</c> and <c>reference.unreadable</c>.
/// </summary>
public static class ReferenceData
{
    /// <summary>
    /// Coefficients, factors, quota tables, plans, regions and holidays; returns the names of the files that were new or changed.
    /// </summary>
    public static Task<IReadOnlyList<string>> Load(QuotaDb db, string seedDirectory, TimeProvider clock, CancellationToken stop) =>
        Load(db, seedDirectory, ReferenceFiles.All, clock, stop);

    /// <summary>The bureaus of a region (<c>bureaus.csv</c> in the directory).</summary>
    public static Task<IReadOnlyList<string>> LoadBureaus(QuotaDb db, string directory, TimeProvider clock, CancellationToken stop) =>
        Load(db, directory, [ReferenceFiles.Bureaus], clock, stop);

    private static async Task<IReadOnlyList<string>> Load(
        QuotaDb db, string directory, IReadOnlyList<ISeedFile> files, TimeProvider clock, CancellationToken stop)
    {
        var found = files.Select(file => file.Name).Distinct().Where(name => File.Exists(Path.Combine(directory, name)))
            .ToDictionary(name => name, name => new SeedCsv(Path.Combine(directory, name)));
        if ((await Changed(db, found, stop)).Count == 0) return [];

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.TakeNumber("seeding", stop); // programs that start together load one after the other
        var changed = await Changed(db, found, stop);
        foreach (var file in files.Where(file => changed.Contains(file.Name))) await file.Load(db, found[file.Name].Rows(), stop);
        foreach (var name in changed) await Remember(db, name, found[name].Sha256, clock, stop);
        if (changed.Except(ReferenceFiles.NotForEvaluation).Any())
            await db.MarkStale([StaleMark.Everywhere(StaleMark.EveryYear)], clock.GetUtcNow(), stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return changed;
    }

    private static async Task<List<string>> Changed(QuotaDb db, Dictionary<string, SeedCsv> found, CancellationToken stop)
    {
        var loaded = await db.SeedFiles.AsNoTracking().ToDictionaryAsync(file => file.Name, file => file.Sha256, stop);
        return [.. found.Keys.Where(name => loaded.GetValueOrDefault(name) != found[name].Sha256)];
    }

    private static async Task Remember(QuotaDb db, string name, string sha256, TimeProvider clock, CancellationToken stop)
    {
        var file = await db.SeedFiles.FindAsync([name], stop);
        if (file is null) db.SeedFiles.Add(new SeedFile { Name = name, Sha256 = sha256, LoadedAt = clock.GetUtcNow() });
        else (file.Sha256, file.LoadedAt) = (sha256, clock.GetUtcNow());
    }
}
