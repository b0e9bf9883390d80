using BuildingQuota.Data;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>The barometer of a region: an issue as it went out, or (without one) how it stands now.</summary>
public sealed record Barometer(Region Region, int Year, BarometerIssue? Issue)
{
    public required IReadOnlyList<BarometerLine> Lines { get; init; }

    /// <summary>The region's issues, the newest first.</summary>
    public required IReadOnlyList<BarometerIssue> Issues { get; init; }

    public bool IsSuperseded => Issue is not null && Issues.Count > 0 && Issues[0].Id != Issue.Id;
}

/// <summary>Somebody looks at the barometer; null when region or issue are not in scope.</summary>
public sealed class ShowBarometer(QuotaDb db)
{
    public async Task<Barometer?> Now(string region, int year, CancellationToken stop)
    {
        var found = await db.Regions.AsNoTracking().SingleOrDefaultAsync(row => row.Code == region, stop);
        return found is null ? null : new Barometer(found, year, null)
        {
            Lines = await new BarometerReading(db).Read(found, year, stop), Issues = await IssuesOf(region, stop),
        };
    }

    public async Task<Barometer?> Issued(long id, CancellationToken stop)
    {
        var issue = await db.BarometerIssues.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop);
        if (issue is null) return null;
        var region = await db.Regions.AsNoTracking().SingleAsync(row => row.Code == issue.RegionCode, stop);
        var rows = await db.BarometerRows.AsNoTracking().Where(row => row.IssueId == id).OrderBy(row => row.Id).ToListAsync(stop);
        return new Barometer(region, issue.Year, issue)
        {
            Issues = await IssuesOf(issue.RegionCode, stop),
            Lines =
            [
                .. rows.Select(row => new BarometerLine(row.SubjectKind, row.SubjectCode, row.SubjectName, row.Indicator)
                {
                    InstitutionCode = row.InstitutionCode, PlanCode = row.PlanCode, Levels = row.Levels, Previous = row.Previous, ScoreId = row.ScoreId,
                }),
            ],
        };
    }

    private async Task<IReadOnlyList<BarometerIssue>> IssuesOf(string region, CancellationToken stop) =>
        await db.BarometerIssues.AsNoTracking().Where(issue => issue.RegionCode == region).OrderByDescending(issue => issue.Id).ToListAsync(stop);
}
