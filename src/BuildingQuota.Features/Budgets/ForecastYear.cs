using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Features.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Budgets;

/// <summary>What a run came to. <see cref="Changed"/> counts the forecasts that say something new; the rest stands as it was.</summary>
public sealed record ForecastSummary(int Year, DateOnly AsOf, int Institutions, int Forecasts, int Changed);

/// <summary>
/// Forecasts the open year of every institution and building against each of its limits, from the evaluated months; to be run after an
/// evaluation. Reads everything twice: what is typical of a class is known only when all have been seen.
/// </summary>
public sealed class ForecastYear(QuotaDbFactory databases, TimeProvider clock, BudgetRules rules)
{
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    public async Task<ForecastSummary> Run(IProgress<EvaluationProgress>? progress, CancellationToken stop)
    {
        var asOf = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(ChinaOffset).DateTime);
        await using var db = databases.Create(AccessScope.Everything);
        if (!await db.MonthlyFacts.AnyAsync(stop)) return new ForecastSummary(asOf.Year, asOf, 0, 0, 0);

        var maker = new ForecastMaker(await ReferenceBookReader.Read(db, stop), rules, asOf.Year);
        var (reader, classes) = (new BudgetReader(db, asOf.Year), new ClassBook());
        string[][] batches =
        [
            .. EvaluationWork.Batches(await new EvaluationWork(db).Everybody(asOf.Year, stop))
                .Select(batch => batch.SelectMany(community => community.Institutions).ToArray()),
        ];
        foreach (var batch in batches) maker.Teach(await reader.Read(batch, stop), classes);

        var total = batches.Sum(batch => batch.Length);
        var (done, forecasts, changed) = (0, 0, 0);
        var writer = new ForecastWriter(classes, asOf);
        var store = new ForecastStore(db, new ForecastRows(asOf), asOf.Year);
        foreach (var batch in batches)
        {
            var finished = maker.Drafts(await reader.Read(batch, stop), classes).Select(writer.Finish).ToArray();
            (forecasts, changed) = (forecasts + finished.Length, changed + await store.Keep(batch, finished, stop));
            progress?.Report(new EvaluationProgress(done += batch.Length, total));
        }

        return new ForecastSummary(asOf.Year, asOf, total, forecasts, changed);
    }
}
