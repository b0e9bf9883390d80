using BuildingQuota.Data;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>The demonstration region of seed/demo.</summary>
internal sealed class DemoRegion(QuotaDb db)
{
    /// <summary>The institution that facility@demo looks after; null while there is none.</summary>
    public Task<string?> ShowcaseInstitution(CancellationToken stop) =>
        db.Institutions.IgnoreQueryFilters().Select(institution => institution.Code).OrderBy(code => code).FirstOrDefaultAsync(stop);
}
