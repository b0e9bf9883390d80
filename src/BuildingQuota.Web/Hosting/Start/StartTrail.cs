using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>Which steps of the first start are done: a line each in the audit trail, so that a later start passes them over.</summary>
internal sealed class StartTrail(QuotaDb db, TimeProvider clock)
{
    public const string Actor = "system";

    public Task<bool> Has(string action, CancellationToken stop) => db.AuditEvents.AnyAsync(line => line.Action == action, stop);

    public async Task Record(string action, string detail, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await AuditTrail.Append(db, new AuditEntry(Actor, action, "start", detail, ""), clock.GetUtcNow(), stop);
        await transaction.CommitAsync(stop);
    }
}
