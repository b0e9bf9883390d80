using BuildingQuota.Data;

namespace BuildingQuota.Web.Hosting.Start;

/// <summary>The database in the shape that this program knows, with the reference data in it. Quick when it already is.</summary>
public sealed class PreparedDatabase(QuotaDbFactory databases)
{
    /// <summary>Says what was done, for people.</summary>
    public async Task<string> Ready(CancellationToken stop)
    {
        var applied = await Database.Prepare(databases, stop);
        return applied.Count == 0 ? "as it was" : $"{applied.Count} migrations applied";
    }
}
