using BuildingQuota.Data;
using BuildingQuota.Domain.Audit;
using BuildingQuota.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Audit;

/// <summary>Somebody reads the trail, newest first.</summary>
public sealed class ReadAudit(QuotaDb db)
{
    public Task<Listing<AuditEvent>> Run(int page, CancellationToken stop, int size = 50) =>
        db.AuditEvents.AsNoTracking().OrderByDescending(line => line.Sequence).ToListing(page, stop, size);
}
