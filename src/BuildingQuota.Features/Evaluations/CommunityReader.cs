using BuildingQuota.Data;
using BuildingQuota.Data.Billing;
using BuildingQuota.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>Reads what is recorded of a batch of communities, one query a table, and hands it out to each.</summary>
internal sealed class CommunityReader(QuotaDb db, bool withBills = true)
{
    public async Task<CommunityRecords> Read(string[] institutions, CancellationToken stop) =>
        (await Read([new CommunityWork(institutions, StaleMark.EveryYear)], stop))[0];

    public async Task<IReadOnlyList<CommunityRecords>> Read(IReadOnlyList<CommunityWork> batch, CancellationToken stop)
    {
        var at = batch.SelectMany((work, i) => work.Institutions.Select(code => (code, i))).ToDictionary(pair => pair.code, pair => pair.i);
        string[] codes = [.. at.Keys];
        var owners = await db.Institutions.AsNoTracking().Where(i => codes.Contains(i.Code)).OrderBy(i => i.Code).ToListAsync(stop);
        var buildings = await db.Buildings.AsNoTracking().Where(b => codes.Contains(b.InstitutionCode)).ToListAsync(stop);
        var meters = await db.Meters.AsNoTracking().Where(m => codes.Contains(m.InstitutionCode)).OrderBy(m => m.Code).ToListAsync(stop);
        var areas = await db.FloorAreas.AsNoTracking()
            .Where(a => codes.Contains(a.InstitutionCode) && a.SupersededById == null).ToListAsync(stop);
        var counts = await db.Headcounts.AsNoTracking()
            .Where(h => codes.Contains(h.InstitutionCode) && h.SupersededById == null).ToListAsync(stop);
        var uses = await db.Occupancies.AsNoTracking()
            .Where(use => codes.Contains(use.InstitutionCode) && use.SupersededById == null).OrderBy(use => use.Id).ToListAsync(stop);
        var allocations = await db.Allocations.AsNoTracking()
            .Where(a => codes.Contains(a.InstitutionCode)).OrderBy(a => a.Id).ToListAsync(stop);
        var bills = withBills ? await db.ReadLiveBills(codes, stop) : [];

        var (ownersOf, buildingsOf, metersOf) = (Split(owners, i => i.Code), Split(buildings, b => b.InstitutionCode), Split(meters, m => m.InstitutionCode));
        var (areasOf, countsOf, usesOf) = (
            Split(areas, a => a.InstitutionCode), Split(counts, h => h.InstitutionCode), Split(uses, use => use.InstitutionCode));
        var (allocationsOf, billsOf) = (Split(allocations, a => a.InstitutionCode), Split(bills, b => b.InstitutionCode));
        return
        [
            .. batch.Select((_, i) => new CommunityRecords(ownersOf[i], buildingsOf[i], metersOf[i])
            {
                FloorAreas = areasOf[i], Headcounts = countsOf[i], Occupancies = usesOf[i], Allocations = allocationsOf[i],
                Bills = billsOf[i],
            }),
        ];

        List<T>[] Split<T>(IReadOnlyList<T> rows, Func<T, string> institution)
        {
            var parts = new List<T>[batch.Count];
            for (var i = 0; i < parts.Length; i++) parts[i] = [];
            foreach (var row in rows) parts[at[institution(row)]].Add(row);
            return parts;
        }
    }
}
