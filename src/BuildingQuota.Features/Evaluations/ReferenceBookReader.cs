using BuildingQuota.Data;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Reads what is published into one book for a run.</summary>
internal static class ReferenceBookReader
{
    /// <summary>With what is filed about everybody.</summary>
    public static Task<ReferenceBook> Read(QuotaDb db, CancellationToken stop) =>
        Read(db, db.PlanBases, db.FrozenBases, stop);

    /// <summary>With what is filed about these institutions and about regions, and about nobody else: what it reads does not grow with the region.</summary>
    public static Task<ReferenceBook> ReadFor(QuotaDb db, string[] institutions, CancellationToken stop) => Read(
        db, db.PlanBases.Where(row => row.InstitutionCode == null || institutions.Contains(row.InstitutionCode)),
        db.FrozenBases.Where(row => row.InstitutionCode == null || institutions.Contains(row.InstitutionCode)), stop);

    private static async Task<ReferenceBook> Read(
        QuotaDb db, IQueryable<PlanBase> filed, IQueryable<FrozenBase> frozen, CancellationToken stop)
    {
        var factors = await db.EmissionFactors.AsNoTracking().OrderBy(factor => factor.Year).ToListAsync(stop);
        return new ReferenceBook(
            new ConversionTable(
                await db.UnitConversions.AsNoTracking().ToListAsync(stop),
                await db.Coefficients.AsNoTracking().ToListAsync(stop),
                factors),
            await Standards.ReadBook(db, stop),
            await Plans(db, filed, frozen, stop))
        {
            Rules = new RuleBook(await db.RuleSets.AsNoTracking().OrderBy(set => set.Id).ToListAsync(stop)),
        };
    }

    private static async Task<PlanBook> Plans(
        QuotaDb db, IQueryable<PlanBase> filed, IQueryable<FrozenBase> frozen, CancellationToken stop) => new(
        await db.Plans.AsNoTracking().ToListAsync(stop),
        await db.PlanTargets.AsNoTracking().ToListAsync(stop),
        await filed.AsNoTracking().Where(row => row.SupersededById == null).ToListAsync(stop))
    {
        Frozen = await frozen.AsNoTracking().Where(row => row.SupersededById == null).ToListAsync(stop),
        Overrides = await db.PlanOverrides.AsNoTracking().Where(row => row.SupersededById == null).OrderBy(row => row.Id).ToListAsync(stop),
        Caps = await db.PlanCaps.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop),
        ScoreRules = await db.ScoreRules.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop),
    };
}
