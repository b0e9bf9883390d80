using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>Keeps documents by their hash: what is there already is not written again.</summary>
internal static class FrozenStore
{
    public static async Task KeepInputs(this QuotaDb db, IEnumerable<EvaluationInputs> documents, CancellationToken stop)
    {
        foreach (var chunk in documents.DistinctBy(document => document.Hash).Chunk(500))
        {
            var hashes = chunk.Select(document => document.Hash).ToArray();
            var known = await db.EvaluationInputs.Where(row => hashes.Contains(row.Hash)).Select(row => row.Hash).ToListAsync(stop);
            await db.BulkInsert(chunk.ExceptBy(known, document => document.Hash), stop);
        }
    }

    public static async Task<FrozenDocument?> ReadInputs(this QuotaDb db, string hash, CancellationToken stop) =>
        await db.EvaluationInputs.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, stop) is { } kept ? FrozenDocument.Of(kept) : null;
}
