using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>
/// Monthly facts are derived and hold the present reading of the bills; what an older run added up is in its proof sheet. A row keeps
/// its id for as long as its building, carrier, purpose and month have one, and what says the same as before is not written.
/// </summary>
internal sealed class MonthlyFactStore(QuotaDb db)
{
    public async Task Keep(IReadOnlyList<Finished> changed, CancellationToken stop)
    {
        var stored = await Stored([.. changed.Where(one => one.Supersedes is not null)], stop);
        var (fresh, same, written) = (new List<(Finished, MonthlyUse)>(), new HashSet<long>(), new List<MonthlyFact>());
        foreach (var one in changed)
        {
            foreach (var row in one.Rows)
            {
                var before = stored.GetValueOrDefault((one.InstitutionCode!, one.Year, row.Key));
                if (before is null) fresh.Add((one, row));
                else if (Says(before, row)) same.Add(before.Id);
                else written.Add(EvaluationRows.Fact(one, row, before.Id));
            }
        }

        foreach (var chunk in stored.Values.Select(fact => fact.Id).Where(id => !same.Contains(id)).Chunk(500))
            await db.MonthlyFacts.Where(fact => chunk.Contains(fact.Id)).ExecuteDeleteAsync(stop);
        if (written.Count > 0) await db.BulkInsert(written, stop);
        if (fresh.Count == 0) return;
        var id = await db.TakeIds<MonthlyFact>(fresh.Count, stop);
        await db.BulkInsert(fresh.Select(row => EvaluationRows.Fact(row.Item1, row.Item2, id++)), stop);
    }

    private async Task<Dictionary<(string, int, UseKey), MonthlyFact>> Stored(IReadOnlyList<Finished> superseding, CancellationToken stop)
    {
        var stored = new Dictionary<(string, int, UseKey), MonthlyFact>();
        foreach (var year in superseding.Where(one => one.InstitutionCode is not null).GroupBy(one => one.Year))
        {
            var codes = year.Select(one => one.InstitutionCode!).ToArray();
            foreach (var fact in await db.MonthlyFacts.AsNoTracking()
                .Where(fact => fact.Year == year.Key && codes.Contains(fact.InstitutionCode)).ToListAsync(stop))
                stored[(fact.InstitutionCode, fact.Year, new UseKey(fact.BuildingCode, fact.Carrier, fact.Purpose, fact.Month))] = fact;
        }

        return stored;
    }

    private static bool Says(MonthlyFact fact, MonthlyUse row) =>
        (fact.Quantity, fact.Unit, fact.Kgce, fact.KgCo2, fact.CostCny, fact.CoveredDays, fact.EstimatedShare)
        == (row.Quantity, row.Unit, row.Kgce, row.KgCo2, row.Cost, row.CoveredDays, row.EstimatedShare);
}
