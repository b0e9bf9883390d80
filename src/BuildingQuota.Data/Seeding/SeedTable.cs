using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BuildingQuota.Data.Seeding;

/// <summary>
/// Adds the rows that are not there yet. What an evaluation may have used stays as it was: another value under an existing key is
/// refused. Only words about a value (its source, its name) may be put better.
/// </summary>
internal sealed class SeedTable<T>(string name, Func<SeedRow, long, T> read, Func<T, object> key) : ISeedFile where T : class
{
    private static readonly HashSet<string> Wording = ["Name", "NameEn", "Issuer", "Source", "Confidence", "Address", "Contact", "Phone", "IssuedOn"];

    /// <summary>What becomes of a row once it is here; no file speaks of it.</summary>
    private static readonly HashSet<string> Life = ["State", "OwnerPath", "DraftedBy", "SupersedesCode"];

    public string Name => name;

    public async Task Load(QuotaDb db, IReadOnlyList<SeedRow> rows, CancellationToken stop)
    {
        var kept = (await db.Set<T>().ToListAsync(stop)).ToDictionary(key);
        var offered = rows.DistinctBy(row => key(read(row, 0))).ToList();
        foreach (var row in offered)
            if (kept.TryGetValue(key(read(row, 0)), out var old)) Reword(db, old, read(row, 0), row);
        await db.SaveChangesAsync(stop);

        var added = offered.Where(row => !kept.ContainsKey(key(read(row, 0)))).ToList();
        if (added.Count == 0) return;
        var id = await db.TakeIds<T>(added.Count, stop);
        await db.BulkInsert(added.Select((row, i) => read(row, id + i)), stop);
    }

    private static void Reword(QuotaDb db, T old, T offered, SeedRow row)
    {
        foreach (var property in db.Model.FindEntityType(typeof(T))!.GetProperties().Where(IsSaid))
        {
            var (was, now) = (property.GetGetter().GetClrValue(old), property.GetGetter().GetClrValue(offered));
            if (Equals(was, now) || Life.Contains(property.Name)) continue;
            if (!Wording.Contains(property.Name)) throw Changed(property, row, was, now);
            db.Entry(old).Property(property).CurrentValue = now;
        }
    }

    /// <summary>Numbers of rows and of what superseded them are the program's; the rest is what the file says.</summary>
    private static bool IsSaid(IProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) != typeof(long);

    private static RuleBrokenException Changed(IProperty property, SeedRow row, object? was, object? now) => new(
        "reference.changed",
        FormattableString.Invariant($"{row.File}, row {row.Row}: {property.Name} is {was} in the database and {now} in the file; ")
            + "evaluations may rest on it.",
        "Publish the new value under a new code (of the set, the standard or the plan) and leave the old row as it is.");
}
