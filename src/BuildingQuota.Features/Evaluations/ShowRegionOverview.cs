using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>How many institutions stand where; a null tier is undetermined.</summary>
public sealed record TierCount(TierName? Tier, int Institutions);

/// <summary>What a bureau or an auditor sees first: the latest closed year of the region, an institution by the worst of its
/// indicators.</summary>
public sealed record RegionOverview
{
    public required int Year { get; init; }

    public required string? RegionName { get; init; }

    public required int Institutions { get; init; }

    public required int Buildings { get; init; }

    public required IReadOnlyList<TierCount> Tiers { get; init; }

    public required IReadOnlyList<VerdictRow> WorstOverruns { get; init; }

    public required IReadOnlyList<VerdictRow> Undetermined { get; init; }

    public required int DraftNotices { get; init; }

    public required int IssuedNotices { get; init; }

    /// <summary>The region's own verdicts, all years, oldest first: totals and energy per area against plan.</summary>
    public required IReadOnlyList<VerdictRow> Totals { get; init; }
}

/// <summary>Somebody who sees a region (or everything) comes home.</summary>
public sealed class ShowRegionOverview(QuotaDb db, JudgedYears years)
{
    private const int Longest = 10;

    public async Task<RegionOverview> Run(CancellationToken stop)
    {
        var year = await years.LatestClosed(stop);
        var judged = db.YearVerdicts.AsNoTracking()
            .Where(v => v.IsCurrent && v.Year == year && v.SubjectKind == SubjectKind.Institution);
        var standings = await judged.StandingsOf(null, stop);
        var top = await TopRegion(stop);
        var drafts = await db.Notices.CountAsync(notice => notice.State == NoticeState.Draft, stop);
        return new RegionOverview
        {
            Year = year, RegionName = top?.Name, Institutions = await db.Institutions.CountAsync(stop),
                Buildings = await db.Buildings.CountAsync(stop),
            Tiers = [.. standings.Values.GroupBy(standing => standing.Tier).Select(same => new TierCount(same.Key, same.Count()))],
            WorstOverruns = await judged.Where(v => v.OverrunPercent != null).OrderByDescending(v => v.OverrunPercent)
                .ThenBy(v => v.SubjectCode)
                .Take(Longest).Select(VerdictRow.From).ToListAsync(stop),
            Undetermined = await judged.Where(v => v.TierName == null).OrderBy(v => v.SubjectCode)
                .Take(Longest).Select(VerdictRow.From).ToListAsync(stop),
            DraftNotices = drafts, IssuedNotices = await db.Notices.CountAsync(notice => notice.State == NoticeState.Issued, stop),
            Totals = top is null ? [] : await TotalsOf(top.Code, stop),
        };
    }

    private sealed record Top(string Code, string Name);

    /// <summary>The highest region in scope that has verdicts.</summary>
    private async Task<Top?> TopRegion(CancellationToken stop)
    {
        var judged = db.YearVerdicts.Where(v => v.IsCurrent && v.SubjectKind == SubjectKind.Region).Select(v => v.SubjectCode);
        return await db.Regions.Where(region => judged.Contains(region.Code)).OrderBy(region => region.Path.Length)
            .ThenBy(region => region.Path)
            .Select(region => new Top(region.Code, region.Name)).FirstOrDefaultAsync(stop);
    }

    private async Task<IReadOnlyList<VerdictRow>> TotalsOf(string region, CancellationToken stop) =>
        await db.YearVerdicts.AsNoTracking().Where(v => v.IsCurrent && v.SubjectKind == SubjectKind.Region && v.SubjectCode == region)
            .OrderBy(v => v.Year).Select(VerdictRow.From).ToListAsync(stop);
}
