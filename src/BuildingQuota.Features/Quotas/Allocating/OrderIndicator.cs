using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas.Allocating;

/// <summary>
/// An officer asks for another indicator than the ladder gives, with a reason; an approver approves it, and the allocation is made anew
/// with it at once (docs/rules/year-indicator.md).
/// </summary>
public sealed class OrderIndicator(QuotaDb db, CurrentPerson person, TimeProvider clock)
{
    public sealed record Request(string InstitutionCode, Indicator Indicator, int Year, decimal Value, string Reason);

    /// <summary>Breaks <c>year-indicator.not-given</c>, <c>year-indicator.no-reason</c>, <c>year-indicator.not-positive</c>.</summary>
    public async Task<long> Ask(Request request, CancellationToken stop)
    {
        Standards.Require(person, Permission.DraftQuotas);
        if (string.IsNullOrWhiteSpace(request.Reason))
            throw new RuleBrokenException("year-indicator.no-reason", "An order needs a reason.", "Say why.");
        if (request.Value <= 0) throw new RuleBrokenException("year-indicator.not-positive", "An indicator is above zero.", "Give the value.");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await RunOf(request.InstitutionCode, request.Indicator, request.Year, stop);
        var order = new IndicatorOverride
        {
            Id = await db.TakeIds<IndicatorOverride>(1, stop), InstitutionCode = request.InstitutionCode, Indicator = request.Indicator,
            Year = request.Year, Value = request.Value, Reason = request.Reason.Trim(), AskedBy = person.Name, AskedAt = clock.GetUtcNow(),
        };
        db.IndicatorOverrides.Add(order);
        await Keep(order, "ask", stop);
        await transaction.CommitAsync(stop);
        return order.Id;
    }

    /// <summary>Breaks <c>year-indicator.no-order</c> and what the order and the allocation break; then nothing is approved.</summary>
    public async Task<AllocateIndicators.Result> Approve(long orderId, CancellationToken stop)
    {
        Standards.Require(person, Permission.PublishQuotas);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var order = await db.IndicatorOverrides.SingleOrDefaultAsync(row => row.Id == orderId, stop)
            ?? throw new RuleBrokenException("year-indicator.no-order", "There is no such order.", "Look at the list again.");
        var run = await RunOf(order.InstitutionCode, order.Indicator, order.Year, stop);
        order.Approve(person.Name, clock.GetUtcNow());
        await Keep(order, "approve", stop);
        var cap = run.CapIndicator is { } limited ? new AllocationCap(limited, run.CapAmount!.Value, run.ReservePercent) : null;
        var result = await AllocateIndicators.Run(
            db, new(run.RegionCode, run.Year, run.LadderCode, cap), person.Name, clock.GetUtcNow(), stop);
        await transaction.CommitAsync(stop);
        return result;
    }

    private async Task<IndicatorRun> RunOf(string institution, Indicator indicator, int year, CancellationToken stop)
    {
        var row = await db.YearIndicators.AsNoTracking().SingleOrDefaultAsync(
            one => one.IsCurrent && one.InstitutionCode == institution && one.Indicator == indicator && one.Year == year, stop);
        var run = row is null ? null : await db.IndicatorRuns.AsNoTracking().SingleOrDefaultAsync(one => one.Id == row.RunId, stop);
        return run ?? throw new RuleBrokenException(
            "year-indicator.not-given",
            FormattableString.Invariant($"{institution} was given no {indicator} for {year}, or by a bureau above yours."),
            "Give out the year's indicators first.");
    }

    private async Task Keep(IndicatorOverride order, string action, CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        var path = await db.Institutions.Where(one => one.Code == order.InstitutionCode).Select(one => one.RegionPath).SingleAsync(stop);
        await AuditTrail.Append(db, new AuditEntry(person.Name, "year-indicator." + action,
            FormattableString.Invariant($"indicator-overrides/{order.Id}"),
            FormattableString.Invariant($"{order.InstitutionCode} {order.Indicator} {order.Year} {order.Value:0.######}: {order.Reason}"),
            $"{path}#{order.InstitutionCode}/"), clock.GetUtcNow(), stop);
    }
}
