using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas.Allocating;

/// <summary>
/// An officer gives out the indicators of a year to the institutions of a region, from the verdicts of the year before
/// (docs/rules/year-indicator.md). The same inputs again give the same run, and nothing new is kept.
/// </summary>
public sealed class AllocateIndicators(QuotaDb db, CurrentPerson person, TimeProvider clock)
{
    public sealed record Request(string RegionCode, int Year, string LadderCode, AllocationCap? Cap = null);

    /// <summary>The run that holds now, and whether it is new.</summary>
    public sealed record Result(long RunId, bool IsNew);

    /// <summary>Breaks <c>year-indicator.no-region</c>, <c>year-indicator.no-ladder</c>, <c>year-indicator.no-verdicts</c>,
    /// <c>year-indicator.bad-cap</c> and <c>year-indicator.cap-too-small</c>.</summary>
    public async Task<Result> Run(Request request, CancellationToken stop)
    {
        Standards.Require(person, Permission.DraftQuotas);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var result = await Run(db, request, person.Name, clock.GetUtcNow(), stop);
        await transaction.CommitAsync(stop);
        return result;
    }

    /// <summary>In the caller's transaction, for somebody who was asked for leave already.</summary>
    internal static async Task<Result> Run(QuotaDb db, Request request, string actor, DateTimeOffset now, CancellationToken stop)
    {
        await db.TakeNumber("indicator-runs", stop); // one at a time, so that versions follow each other
        var region = await db.Regions.AsNoTracking().SingleOrDefaultAsync(one => one.Code == request.RegionCode, stop)
            ?? throw new RuleBrokenException("year-indicator.no-region", $"There is no region {request.RegionCode}.", "Choose one of your own.");
        var ladder = await db.IndicatorLadders.AsNoTracking().SingleOrDefaultAsync(one => one.Code == request.LadderCode, stop)
            ?? throw new RuleBrokenException("year-indicator.no-ladder", $"There is no ladder {request.LadderCode}.", "Choose one of the list.");
        if (request.Cap is { } cap && (cap.Amount <= 0 || cap.ReservePercent is < 0 or >= 100))
            throw new RuleBrokenException("year-indicator.bad-cap", "A limit is above zero and its reserve from 0 to below 100 percent.",
                "Correct them.");
        var years = await new LastYears(db).Read(region.Path, request.Year - 1, stop);
        if (years.Count == 0)
            throw new RuleBrokenException(
                "year-indicator.no-verdicts",
                FormattableString.Invariant($"No institution of {region.Code} was judged by a quota in {request.Year - 1}."),
                "Evaluate the year before, and adopt a standard.");

        var hash = AllocationHash.Of(years, ladder, request.Cap);
        var old = await db.IndicatorRuns.SingleOrDefaultAsync(
            run => run.IsCurrent && run.RegionCode == region.Code && run.Year == request.Year, stop);
        if (old?.InputHash == hash) return new Result(old.Id, false);
        var given = IndicatorAllocation.Of(years, ladder, request.Cap);
        var run = new IndicatorRun
        {
            Id = await db.TakeIds<IndicatorRun>(1, stop), RegionCode = region.Code, Year = request.Year, LadderCode = ladder.Code,
            CapIndicator = request.Cap?.Indicator, CapAmount = request.Cap?.Amount, ReservePercent = request.Cap?.ReservePercent ?? 0,
            AllocatedAmount = request.Cap is { } limit
                ? Amount(given.Where(one => one.Last.Indicator == limit.Indicator).Sum(one => one.Amount ?? 0))
                : null,
            InputHash = hash, RunBy = actor, RunAt = now, IsCurrent = true, SupersedesId = old?.Id, ScopePath = region.Path,
        };
        await Keep(db, run, given, stop);
        await AuditTrail.Append(db, new AuditEntry(actor, "year-indicator.allocate", FormattableString.Invariant($"indicator-runs/{run.Id}"),
            FormattableString.Invariant($"{region.Code} {request.Year} {ladder.Code} {hash}: {given.Count}"), region.Path), now, stop);
        return new Result(run.Id, true);
    }

    private static async Task Keep(QuotaDb db, IndicatorRun run, IReadOnlyList<Allocated> given, CancellationToken stop)
    {
        if (run.SupersedesId is { } old) await db.BulkSet<IndicatorRun, long, bool>(one => one.IsCurrent, [(old, false)], stop);
        foreach (var codes in given.Select(one => one.Last.InstitutionCode).Distinct().Chunk(500))
            await db.YearIndicators.Where(row => row.Year == run.Year && row.IsCurrent && codes.Contains(row.InstitutionCode))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsCurrent, false), stop);
        await db.BulkInsert([run], stop);
        var regions = await db.Institutions.AsNoTracking().ToDictionaryAsync(one => one.Code, one => one.RegionCode, stop);
        var id = await db.TakeIds<YearIndicator>(given.Count, stop);
        await db.BulkInsert(given.Select(one => RowOf(one, run, id++, regions[one.Last.InstitutionCode])), stop);
    }

    private static YearIndicator RowOf(Allocated one, IndicatorRun run, long id, string region) => new()
    {
        Id = id, RunId = run.Id, InstitutionCode = one.Last.InstitutionCode, RegionCode = region, Indicator = one.Last.Indicator,
        Year = run.Year, Unit = IndicatorDefinition.Of(one.Last.Indicator).Unit, LastActual = one.Last.Actual, LastIndicator = one.Last.LastIndicator,
        TierName = one.Step?.Tier, Guiding = one.Last.Tiers.Guiding, LadderValue = one.Step?.Value, Value = one.Value, Reason = one.Reason,
        OverrideReason = one.Last.Order?.Reason, Denominator = Rounding.HalfUp(one.Last.Denominator.Average, Rounding.IndicatorDecimals),
        Amount = Amount(one.Amount), ChangedAmount = Amount(one.Changed), IsCurrent = true,
    };

    private static decimal? Amount(decimal? exact) => exact is { } value ? Rounding.HalfUp(value, Rounding.QuantityDecimals) : null;
}
