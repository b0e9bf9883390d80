using BuildingQuota.Data;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>The years that have verdicts. A year is closed when it is over in China.</summary>
public sealed class JudgedYears(QuotaDb db, TimeProvider clock)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public int ThisYear => Today.Year;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(China).DateTime);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<int>> All(CancellationToken stop) =>
        await db.YearVerdicts.Where(verdict => verdict.IsCurrent).Select(verdict => verdict.Year).Distinct()
            .OrderByDescending(year => year).ToListAsync(stop);

    /// <summary>The newest closed year with verdicts; last year when there are none yet.</summary>
    public async Task<int> LatestClosed(CancellationToken stop)
    {
        var last = ThisYear - 1;
        var judged = db.YearVerdicts.Where(verdict => verdict.IsCurrent && verdict.Year <= last);
        return await judged.MaxAsync(verdict => (int?)verdict.Year, stop) ?? last;
    }
}
