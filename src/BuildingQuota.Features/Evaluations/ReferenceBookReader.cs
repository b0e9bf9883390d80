using BuildingQuota.Data;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Reads what is published into one book for a run.</summary>
internal static class ReferenceBookReader
{
    public static async Task<ReferenceBook> Read(QuotaDb db, CancellationToken stop)
    {
        var factors = await db.EmissionFactors.AsNoTracking().OrderBy(factor => factor.Year).ToListAsync(stop);
        return new ReferenceBook(
            new ConversionTable(
                await db.UnitConversions.AsNoTracking().ToListAsync(stop),
                await db.Coefficients.AsNoTracking().ToListAsync(stop),
                factors),
            new QuotaBook(
                await db.QuotaStandards.AsNoTracking().ToListAsync(stop),
                await db.Quotas.AsNoTracking().ToListAsync(stop),
                await db.Adoptions.AsNoTracking().OrderBy(adoption => adoption.Id).ToListAsync(stop)),
            new PlanBook(
                await db.Plans.AsNoTracking().ToListAsync(stop),
                await db.PlanTargets.AsNoTracking().ToListAsync(stop),
                await db.PlanBases.AsNoTracking().Where(row => row.SupersededById == null).ToListAsync(stop)))
        {
            Rules = new RuleBook(await db.RuleSets.AsNoTracking().OrderBy(set => set.Id).ToListAsync(stop)),
        };
    }
}
