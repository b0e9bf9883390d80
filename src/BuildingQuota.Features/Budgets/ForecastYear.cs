using BuildingQuota.Data;
using BuildingQuota.Data.Storage;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Features.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Budgets;

/// <summary>What a run came to. <see cref="Changed"/> counts the forecasts that say something new; the rest stands as it was.</summary>
public sealed record ForecastSummary(int Year, DateOnly AsOf, int Institutions, int Forecasts, int Changed);

/// <summary>
/// Forecasts the open year of every institution and building against each of its limits, from the evaluated months; to be run after an
/// evaluation. Reads everything twice: what is typical of a class is known only when all have been seen. What was learned is kept, so
/// that a few can be forecast anew by reading only them (docs/rules/forecast.md). One run at a time: another waits.
/// </summary>
public sealed class ForecastYear(QuotaDbFactory databases, TimeProvider clock, BudgetRules rules)
{
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);
    private (int Year, ClassBook Classes)? _learned;

    public Task<ForecastSummary> Run(IProgress<EvaluationProgress>? progress, CancellationToken stop) => Run(null, progress, stop);

    /// <summary>Only these, with everybody they share meters and buildings with; their classes as they were last learned.</summary>
    public async Task<ForecastSummary> Run(
        IReadOnlyCollection<string>? only, IProgress<EvaluationProgress>? progress, CancellationToken stop)
    {
        var asOf = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(ChinaOffset).DateTime);
        await using var db = databases.Create(AccessScope.Everything);
        await using var lease = await Lease.Forecasting.Take(db, stop);
        if (only is { Count: 0 } || !await db.MonthlyFacts.AnyAsync(stop)) return new ForecastSummary(asOf.Year, asOf, 0, 0, 0);

        var maker = new ForecastMaker(await ReferenceBookReader.Read(db, stop), rules, asOf.Year);
        var reader = new BudgetReader(db, asOf.Year);
        var everybody = await new EvaluationWork(db).Everybody(asOf.Year, stop);
        if (only is null || _learned?.Year != asOf.Year) _learned = (asOf.Year, await Learn(maker, reader, Batches(everybody), stop));

        var batches = only is null ? Batches(everybody) : Batches(everybody.Where(community => community.Institutions.Any(only.Contains)));
        var total = batches.Sum(batch => batch.Length);
        var (done, forecasts, changed) = (0, 0, 0);
        var classes = _learned.Value.Classes;
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

    private static async Task<ClassBook> Learn(ForecastMaker maker, BudgetReader reader, string[][] batches, CancellationToken stop)
    {
        var classes = new ClassBook();
        foreach (var batch in batches) maker.Teach(await reader.Read(batch, stop), classes);
        return classes;
    }

    private static string[][] Batches(IEnumerable<CommunityWork> work) =>
        [.. EvaluationWork.Batches(work).Select(batch => batch.SelectMany(community => community.Institutions).ToArray())];
}
