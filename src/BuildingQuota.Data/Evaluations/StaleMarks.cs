using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Evaluations;

/// <summary>Marks of what is to be evaluated again. Whoever changes something that the engine reads marks it in the same transaction.</summary>
public static class StaleMarks
{
    /// <summary>Of several marks on the same subject the earliest year is kept.</summary>
    public static async Task MarkStale(this QuotaDb db, IEnumerable<StaleMark> marks, DateTimeOffset now, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A mark is written in the transaction of the change that it speaks of; begin one first.");
        var earliest = marks.GroupBy(mark => mark with { FromYear = 0 }).Select(same => same.MinBy(mark => mark.FromYear)).ToList();
        if (earliest.Count == 0) return;
        var first = await db.TakeIds<StaleYear>(earliest.Count, stop);
        await db.BulkInsert(earliest.Select((mark, i) => new StaleYear
        {
            Id = first + i, SubjectKind = mark.Kind, SubjectCode = mark.Code, IncludesBelow = mark.IncludesBelow, FromYear = mark.FromYear,
            MarkedAt = now,
        }), stop);
    }
}
