using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Budgets;

/// <summary>
/// Keeps forecasts, a batch in one transaction: one that says the same is left alone, another takes the place of what was current, and
/// what no limit binds any more is current no longer. Months are kept of current forecasts only.
/// </summary>
internal sealed class ForecastStore(QuotaDb db, ForecastRows rows, int year)
{
    private const int Chunk = 500;

    /// <summary>Returns how many forecasts were new.</summary>
    public async Task<int> Keep(string[] institutions, IReadOnlyList<FinishedForecast> finished, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.TakeNumber("forecast-batch", stop); // runs at the same time wait here for each other
        var current = await db.Forecasts.Where(row => row.IsCurrent && row.Year == year && institutions.Contains(row.InstitutionCode))
            .Select(row => new { row.SubjectKind, row.SubjectCode, row.Indicator, row.LimitKind, row.Id, row.InputHash }).ToListAsync(stop);
        var known = current.ToDictionary(
            row => (row.SubjectKind, row.SubjectCode, row.Indicator, row.LimitKind), row => (row.Id, row.InputHash));
        var changed = finished.Where(one => known.GetValueOrDefault(KeyOf(one)).InputHash != one.Hash).ToArray();
        var kept = finished.Except(changed).Select(one => known[KeyOf(one)].Id).ToHashSet();

        await Supersede([.. current.Select(row => row.Id).Where(id => !kept.Contains(id))], stop);
        await Insert(changed, one => known.TryGetValue(KeyOf(one), out var old) ? old.Id : null, stop);
        await transaction.CommitAsync(stop);
        return changed.Length;

        static (SubjectKind, string, Indicator, LimitKind) KeyOf(FinishedForecast one) =>
            (one.Draft.Question.Subject.Kind, one.Draft.Question.Subject.Code, one.Draft.Limit.Definition.Indicator, one.Draft.Limit.Kind);
    }

    private async Task Supersede(long[] forecasts, CancellationToken stop)
    {
        foreach (var chunk in forecasts.Chunk(Chunk))
        {
            await db.BudgetMonths.Where(month => chunk.Contains(month.ForecastId)).ExecuteDeleteAsync(stop);
            await db.Forecasts.Where(row => chunk.Contains(row.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsCurrent, false), stop);
        }
    }

    private async Task Insert(FinishedForecast[] changed, Func<FinishedForecast, long?> supersedes, CancellationToken stop)
    {
        if (changed.Length == 0) return;
        var first = await db.TakeIds<Forecast>(changed.Length, stop);
        var month = await db.TakeIds<BudgetMonth>(12 * changed.Length, stop);
        await db.BulkInsert(changed.Select((one, i) => rows.Row(one, first + i, supersedes(one))), stop);
        await db.BulkInsert(changed.SelectMany((one, i) => ForecastRows.Months(one, month + 12 * i, first + i)), stop);
    }
}
