using BuildingQuota.Data;
using BuildingQuota.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Access;

/// <summary>A key counts no more, from the next request on.</summary>
public sealed class RevokeKey(QuotaDb db, TimeProvider clock)
{
    /// <summary><c>AccountId</c>: only a key of this account; null for an administrator, who may revoke any.</summary>
    public sealed record Request(string KeyId, int? AccountId = null);

    public async Task Run(Request request, CancellationToken stop)
    {
        var key = await db.ApiKeys.FirstOrDefaultAsync(
                key => key.Id == request.KeyId && (request.AccountId == null || key.AccountId == request.AccountId), stop)
            ?? throw new RuleBrokenException("key.not-found", $"There is no key '{request.KeyId}'.", "See the ids with: key list.");
        key.RevokedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(stop);
    }
}
