using System.Linq.Expressions;
using BuildingQuota.Data.Bulk;

namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>Writes rows of which nothing is ever edited: every change is a new row, and the old one points at it.</summary>
internal sealed class Versions<TKey, TEntity>(ImportSession session) where TKey : notnull where TEntity : class
{
    /// <summary>Ids of the rows that count now, by key.</summary>
    public required IReadOnlyDictionary<TKey, long> Current { get; init; }

    /// <summary>The column of the old row that names the new one.</summary>
    public required Expression<Func<TEntity, long?>> SupersededBy { get; init; }

    public async Task Write<T>(Merged<TKey, T> rows, Func<T, long, TEntity> entity) where T : class
    {
        var all = rows.Rows.Select(row => row.Value).ToList();
        var first = await session.TakeIds<TEntity>(all.Count);
        await session.Insert([.. all.Select((row, at) => entity(row, first + at))]);
        var superseded = all.Select((row, at) => (Old: Current.GetValueOrDefault(rows.Key(row)), New: (long?)first + at))
            .Where(pair => pair.Old != 0).ToList();
        if (superseded.Count > 0) await session.Db.BulkSet(SupersededBy, superseded, session.Stop);
    }
}
