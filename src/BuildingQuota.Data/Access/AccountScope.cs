using BuildingQuota.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Data.Access;

/// <summary>From an account to the rows that it may see.</summary>
public static class AccountScope
{
    /// <summary>A code that names no region (no institution, for a facility manager) any more sees nothing.</summary>
    public static async Task<AccessScope> ScopeOf(this QuotaDb db, Account account, CancellationToken stop)
    {
        if (account.Role == Role.Facility)
        {
            var institution = await db.Institutions.IgnoreQueryFilters().AsNoTracking()
                .FirstOrDefaultAsync(i => i.Code == account.ScopeCode, stop);
            return institution is null ? AccessScope.Nothing : AccessScope.OfInstitution(institution);
        }

        if (account.ScopeCode is null) return AccessScope.Everything;
        var region = await db.Regions.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(r => r.Code == account.ScopeCode, stop);
        return region is null ? AccessScope.Nothing : AccessScope.OfRegion(region);
    }
}
