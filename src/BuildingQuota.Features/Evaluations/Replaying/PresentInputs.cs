using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>What would be frozen today for the community of an institution: read by its members alone, however large the region is.</summary>
internal sealed class PresentInputs(QuotaDb db)
{
    /// <summary>The institutions that meters join with these, directly or through others.</summary>
    public async Task<string[]> MembersWith(IReadOnlyCollection<string> institutions, CancellationToken stop)
    {
        var members = institutions.ToHashSet();
        for (var before = 0; before < members.Count;)
        {
            before = members.Count;
            var known = members.ToArray();
            members.UnionWith(await Allocated(known, stop));
            members.UnionWith(await Nested(known, stop));
        }

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

    private async Task<List<string>> Allocated(string[] known, CancellationToken stop)
    {
        var pairs = db.Allocations.Join(
            db.Meters, a => a.MeterCode, m => m.Code, (a, m) => new { Owner = m.InstitutionCode, User = a.InstitutionCode });
        return [.. await pairs.Where(p => known.Contains(p.Owner)).Select(p => p.User).Distinct().ToListAsync(stop),
            .. await pairs.Where(p => known.Contains(p.User)).Select(p => p.Owner).Distinct().ToListAsync(stop)];
    }

    private async Task<List<string>> Nested(string[] known, CancellationToken stop)
    {
        var pairs = db.Meters.Join(
            db.Meters, sub => sub.ParentCode, main => main.Code, (sub, main) => new { Owner = main.InstitutionCode, User = sub.InstitutionCode });
        return [.. await pairs.Where(p => known.Contains(p.Owner)).Select(p => p.User).Distinct().ToListAsync(stop),
            .. await pairs.Where(p => known.Contains(p.User)).Select(p => p.Owner).Distinct().ToListAsync(stop)];
    }
}
