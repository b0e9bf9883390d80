using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>The demonstration region of seed/demo: in Development, unless Seed:Demo says no.</summary>
internal sealed class DemoRegion(QuotaDb db, CurrentScope scope, BuildingQuotaSettings settings, IHostEnvironment environment)
{
    public bool IsWanted => environment.IsDevelopment() && settings.Seed.Demo;

    public static string Folder => Path.Combine(SeedFolder, "demo");

    public static string SeedFolder => Path.Combine(AppContext.BaseDirectory, "seed");

    /// <summary>From here on as one of the region's own people, so that they all may see what is done.</summary>
    public async Task Enter(CancellationToken stop) =>
        scope.Use(AccessScope.OfRegion(await db.Regions.AsNoTracking().SingleAsync(region => region.Code == DemoAccounts.Region, stop)));

    public void Leave() => scope.Use(AccessScope.Everything);

    /// <summary>The institution that facility@demo looks after: the first over its quota in the newest year, if any.</summary>
    public Task<string?> ShowcaseInstitution(CancellationToken stop) => db.YearVerdicts
        .Where(verdict => verdict.IsCurrent && verdict.SubjectKind == SubjectKind.Institution)
        .Where(verdict => verdict.TierName == TierName.OverConstraint)
        .OrderByDescending(verdict => verdict.Year).ThenBy(verdict => verdict.SubjectCode)
        .Select(verdict => (string?)verdict.SubjectCode).FirstOrDefaultAsync(stop);
}
