using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Where a subject stands over all its indicators of a year. A null tier is undetermined.</summary>
public sealed record Standing(TierName? Tier);

/// <summary>One word for a subject's year: over when one indicator is, undetermined when one is open, else the worst of its
/// tiers.</summary>
public static class Standings
{
    private static readonly TierName?[] WorstFirst =
    [
        TierName.OverConstraint, null, TierName.WithinConstraint, TierName.WithinBaseline, TierName.BetterThanGuiding, TierName.NoQuota,
    ];

    public static Standing Of(IReadOnlyCollection<TierName?> tiers) => new(Array.Find(WorstFirst, tiers.Contains));

    /// <summary>The tiers that hide this one.</summary>
    internal static TierName?[] WorseThan(TierName tier) => [.. WorstFirst.TakeWhile(other => other != tier)];

    /// <summary>Of each subject that has verdicts in the year.</summary>
    internal static async Task<Dictionary<string, Standing>> StandingsOf(
        this IQueryable<YearVerdict> judged, IReadOnlyCollection<string>? subjects, CancellationToken stop)
    {
        var rows = subjects is null ? judged : judged.Where(verdict => subjects.Contains(verdict.SubjectCode));
        var tiers = await rows.Select(verdict => new { verdict.SubjectCode, verdict.TierName }).ToListAsync(stop);
        return tiers.GroupBy(row => row.SubjectCode, row => row.TierName).ToDictionary(same => same.Key, same => Of([.. same]));
    }

    internal static IQueryable<YearVerdict> Judged(this QuotaDb db, SubjectKind kind, int year) =>
        db.YearVerdicts.AsNoTracking().Where(verdict => verdict.IsCurrent && verdict.SubjectKind == kind && verdict.Year == year);
}
