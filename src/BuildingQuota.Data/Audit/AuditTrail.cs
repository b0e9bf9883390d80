using System.Security.Cryptography;
using System.Text;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Data.Storage;
using BuildingQuota.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Audit;

/// <summary>What happened, by whom, to what; and who may read it (see AccessScope.Path).</summary>
public sealed record AuditEntry(string Actor, string Action, string Subject, string? Detail, string ScopePath);

/// <summary>What checking the chain said: how many lines hold, and the first that does not.</summary>
public sealed record AuditVerdict(long Checked, long? FirstBad, string? Reason)
{
    public bool IsIntact => FirstBad is null;
}

/// <summary>
/// The trail that nobody can quietly rewrite: each line's hash covers the line before it. Appending takes the counter row of the
/// trail, so lines of concurrent transactions queue up and the chain cannot fork. Triggers refuse changes (migration Guards).
/// </summary>
public static class AuditTrail
{
    private const string Series = "audit_events";
    private static readonly string Genesis = new('0', 64);

    /// <summary>Appends one line in the transaction of the change that it speaks of: both are kept or neither.</summary>
    public static async Task Append(QuotaDb db, AuditEntry entry, DateTimeOffset now, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("The trail is written in the change's transaction; begin one first.");
        var sequence = await db.Take(Series, 1, stop);
        var before = sequence == 1 ? Genesis
            : await db.AuditEvents.IgnoreQueryFilters().Where(line => line.Sequence == sequence - 1).Select(line => line.Hash)
                .SingleAsync(stop);
        var at = Instants.AsStored(now);
        var line = new AuditEvent
        {
            Sequence = sequence, At = at, Actor = entry.Actor, Action = entry.Action, Subject = entry.Subject,
            Detail = entry.Detail, ScopePath = entry.ScopePath, Hash = HashOf(before, sequence, at, entry),
        };
        await db.BulkInsert([line], stop);
    }

    /// <summary>Walks the whole chain, whatever the scope, and names the first line that was changed, removed, moved or put in.</summary>
    public static async Task<AuditVerdict> Verify(QuotaDb db, CancellationToken stop)
    {
        var (before, expected) = (Genesis, 1L);
        var lines = db.AuditEvents.IgnoreQueryFilters().AsNoTracking().OrderBy(line => line.Sequence).AsAsyncEnumerable();
        await foreach (var line in lines.WithCancellation(stop))
        {
            if (line.Sequence != expected) return new(expected - 1, expected, "A line is missing.");
            var entry = new AuditEntry(line.Actor, line.Action, line.Subject, line.Detail, line.ScopePath);
            if (line.Hash != HashOf(before, line.Sequence, line.At, entry))
                return new(expected - 1, expected, "The line is not what was written.");
            (before, expected) = (line.Hash, expected + 1);
        }

        var next = await db.Set<Counter>().Where(counter => counter.Name == Series).Select(counter => counter.Next)
            .SingleOrDefaultAsync(stop);
        return next > expected ? new(expected - 1, expected, "The last lines are missing.") : new(expected - 1, null, null);
    }

    /// <summary>Every field stands behind its length in bytes, so that no two lines read the same when glued together.</summary>
    private static string HashOf(string before, long sequence, DateTimeOffset at, AuditEntry entry)
    {
        string?[] fields =
        [
            before, FormattableString.Invariant($"{sequence}"), FormattableString.Invariant($"{at.UtcDateTime:O}"),
            entry.Actor, entry.Action, entry.Subject, entry.Detail, entry.ScopePath,
        ];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field ?? "");
            hash.AppendData(Encoding.ASCII.GetBytes(field is null ? "-;" : FormattableString.Invariant($"{bytes.Length}:")));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
