using BuildingQuota.Data;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>A plan in a list, with what it asks and how many of those in scope it scored last.</summary>
public sealed record PlanRow(Plan Plan, IReadOnlyList<PlanTarget> Targets)
{
    /// <summary>The latest year with scores; null without any.</summary>
    public int? Year { get; init; }

    public int Scored { get; init; }

    public int Met { get; init; }
}

/// <summary>Somebody asks which plans bind them, or somebody below them: the newest first.</summary>
public sealed class FindPlans(QuotaDb db)
{
    public async Task<IReadOnlyList<PlanRow>> Run(CancellationToken stop)
    {
        var below = await db.Regions.Select(region => region.Code).ToHashSetAsync(stop);
        var above = db.Scope.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        var plans = await db.Plans.AsNoTracking().ToListAsync(stop);
        var targets = (await db.PlanTargets.AsNoTracking().ToListAsync(stop)).ToLookup(target => target.PlanCode);
        var scores = await db.PlanScores.AsNoTracking()
            .Where(score => score.IsCurrent && score.SubjectKind == SubjectKind.Institution && score.AnnualMet != null)
            .GroupBy(score => new { score.PlanCode, score.Year })
            .Select(same => new { same.Key.PlanCode, same.Key.Year, Scored = same.Count(), Met = same.Count(score => score.AnnualMet == true) })
            .ToListAsync(stop);
        var latest = scores.GroupBy(row => row.PlanCode).ToDictionary(same => same.Key, same => same.MaxBy(row => row.Year)!);
        return
        [
            .. plans.Where(plan => below.Contains(plan.RegionCode) || above.Contains(plan.RegionCode))
                .OrderByDescending(plan => plan.EndYear).ThenByDescending(plan => latest.ContainsKey(plan.Code))
                .ThenBy(plan => plan.Code, StringComparer.Ordinal)
                .Select(plan => latest.TryGetValue(plan.Code, out var row)
                    ? new PlanRow(plan, [.. targets[plan.Code]]) { Year = row.Year, Scored = row.Scored, Met = row.Met }
                    : new PlanRow(plan, [.. targets[plan.Code]])),
        ];
    }
}
