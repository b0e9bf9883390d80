using BuildingQuota.Data;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>One subject and indicator on the barometer. <see cref="Previous"/> is what the issue before said, null when it did not speak of it.</summary>
public sealed record BarometerLine(SubjectKind SubjectKind, string SubjectCode, string SubjectName, Indicator Indicator)
{
    public required string? InstitutionCode { get; init; }

    public required string? PlanCode { get; init; }

    public required BarometerLevels Levels { get; init; }

    public BarometerLevels? Previous { get; init; }

    public required long? ScoreId { get; init; }
}

/// <summary>
/// How a region, the regions below it and their institutions stand in a year. An institution that was judged by an indicator of the plan and
/// has no score is there without levels: it was not predicted, which is not the same as good.
/// </summary>
internal sealed class BarometerReading(QuotaDb db)
{
    public async Task<IReadOnlyList<BarometerLine>> Read(Region region, int year, CancellationToken stop)
    {
        var scores = await db.PlanScores.AsNoTracking()
            .Where(score => score.IsCurrent && score.Year == year && score.SubjectKind != SubjectKind.Building)
            .Where(score => db.Regions.Any(row => row.Code == score.RegionCode && row.Path.StartsWith(region.Path))).ToListAsync(stop);
        var indicators = scores.Select(score => score.Indicator).Where(indicator => !PlanCap.IsTotal(indicator)).Distinct().ToArray();
        var scored = scores.Select(score => (score.SubjectKind, score.SubjectCode, score.Indicator)).ToHashSet();
        var others = await db.YearVerdicts.AsNoTracking()
            .Where(row => row.IsCurrent && row.Year == year && row.SubjectKind != SubjectKind.Building && indicators.Contains(row.Indicator))
            .Where(row => db.Regions.Any(one => one.Code == row.RegionCode && one.Path.StartsWith(region.Path)))
            .Select(row => new { row.SubjectKind, row.SubjectCode, row.SubjectName, row.InstitutionCode, row.Indicator }).ToListAsync(stop);
        var previous = await Previous(region.Code, stop);
        var lines = scores.Select(score => new BarometerLine(score.SubjectKind, score.SubjectCode, score.SubjectName, score.Indicator)
        {
            InstitutionCode = score.InstitutionCode, PlanCode = score.PlanCode, ScoreId = score.Id,
            Levels = new BarometerLevels(score.WarningLevelAnnual, score.WarningLevelPlan, score.WarningLevelTotal),
        }).Concat(others.Where(row => !scored.Contains((row.SubjectKind, row.SubjectCode, row.Indicator))).Select(row =>
            new BarometerLine(row.SubjectKind, row.SubjectCode, row.SubjectName, row.Indicator)
            {
                InstitutionCode = row.InstitutionCode, PlanCode = null, ScoreId = null, Levels = BarometerLevels.None,
            }));
        return
        [
            .. lines.Select(line => line with { Previous = previous.GetValueOrDefault((line.SubjectKind, line.SubjectCode, line.Indicator)) })
                .OrderByDescending(line => line.SubjectKind == SubjectKind.Region).ThenBy(line => line.SubjectCode, StringComparer.Ordinal)
                .ThenBy(line => line.Indicator),
        ];
    }

    private async Task<Dictionary<(SubjectKind, string, Indicator), BarometerLevels>> Previous(string region, CancellationToken stop)
    {
        var last = await db.BarometerIssues.Where(issue => issue.RegionCode == region).MaxAsync(issue => (long?)issue.Id, stop);
        return await db.BarometerRows.AsNoTracking().Where(row => row.IssueId == last)
            .ToDictionaryAsync(row => (row.SubjectKind, row.SubjectCode, row.Indicator), row => row.Levels, stop);
    }
}
