using BuildingQuota.Data;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Access;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>The database in the shape that this program knows, with the reference data in it. Quick when it already is.</summary>
public sealed class PreparedDatabase(QuotaDbFactory databases, TimeProvider clock)
{
    /// <summary>Says what was done, for people.</summary>
    public async Task<string> Ready(CancellationToken stop)
    {
        var applied = await Database.Prepare(databases, stop);
        await using var db = databases.Create(AccessScope.Everything);
        var files = await ReferenceData.Load(db, DemoRegion.SeedFolder, clock, stop);
        return (applied.Count, files.Count) switch
        {
            (0, 0) => "as it was",
            (_, 0) => $"{applied.Count} migrations applied",
            _ => $"{applied.Count} migrations applied, {files.Count} reference files loaded",
        };
    }
}
