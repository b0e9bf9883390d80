using BuildingQuota.Data;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>What several uses of plans ask first.</summary>
internal static class PlanRefusals
{
    /// <summary>A region of the caller's subtree: one that is merely seen from an institution is none.</summary>
    public static async Task<Region> Own(QuotaDb db, string region, string code, CancellationToken stop)
    {
        var found = await db.Regions.AsNoTracking().SingleOrDefaultAsync(row => row.Code == region, stop);
        var isOwn = found is not null && (db.Scope.SeesEverything
            || db.Scope.RegionPath is { } path && found.Path.StartsWith(path, StringComparison.Ordinal));
        return isOwn ? found! : throw new RuleBrokenException(code, $"{region} is no region of yours.", "Name your region or one below it.");
    }

    public static string Said(string? text, string code, string what) => !string.IsNullOrWhiteSpace(text) ? text.Trim()
        : throw new RuleBrokenException(code, $"It does not say {what}.", $"Say {what}.");
}
