using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>What would be frozen today for the community of an institution: read by its members alone, however large the region is.</summary>
internal sealed class PresentInputs(QuotaDb db)
{
    /// <summary>The institutions that an evaluation would take together with these.</summary>
    public async Task<string[]> MembersWith(IEnumerable<string> institutions, CancellationToken stop)
    {
        var (members, _) = await new EvaluationWork(db).Neighbours([.. institutions], stop);
        return [.. members.Order(StringComparer.Ordinal)];
    }

    /// <summary>What was asked of other years then, answered by what stands today (as shown, at four decimals).</summary>
    public async Task<IReadOnlyList<PastActual>> History(IReadOnlyList<PastActual> asked, CancellationToken stop)
    {
        var codes = asked.Select(one => one.SubjectCode).Distinct().ToArray();
        var stand = await db.YearVerdicts.AsNoTracking().Where(v => v.IsCurrent && codes.Contains(v.SubjectCode))
            .Select(v => new { v.SubjectKind, v.SubjectCode, v.Indicator, v.Year, v.PlanActual }).ToListAsync(stop);
        var values = stand.ToDictionary(v => (v.SubjectKind, v.SubjectCode, v.Indicator, v.Year), v => v.PlanActual);
        decimal? Today(PastActual one) => values.GetValueOrDefault((one.SubjectKind, one.SubjectCode, one.Indicator, one.Year));
        return [.. asked.Select(one => one with { Value = Today(one) })];
    }

    public static PastActual AsShown(PastActual exact) =>
        exact with { Value = exact.Value is { } value ? Rounding.HalfUp(value, Rounding.IndicatorDecimals) : null };
}
