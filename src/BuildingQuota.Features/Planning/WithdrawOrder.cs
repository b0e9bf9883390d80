using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>A bureau takes an order for a year back: the path holds again. The order and its withdrawal stay on record.</summary>
public sealed class WithdrawOrder(QuotaDb db, TimeProvider clock)
{
    public sealed record Request(long OrderId, string? Reason, string Actor);

    public async Task Run(Request request, CancellationToken stop)
    {
        var reason = PlanRefusals.Said(request.Reason, "plan-override.no-reason", "why it is taken back");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var id = await db.TakeIds<PlanOverride>(1, stop);
        var order = await db.PlanOverrides.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == request.OrderId && row.SupersededById == null && row.Amount != null, stop)
            ?? throw new RuleBrokenException("plan-override.nothing-to-withdraw",
                FormattableString.Invariant($"There is no order {request.OrderId} that holds."), "Look at the orders as they are now.");
        var region = await PlanRefusals.Own(db, order.RegionCode, "plan-override.region-out-of-scope", stop);
        await db.PlanOverrides.Where(row => row.Id == order.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SupersededById, id), stop);
        var now = clock.GetUtcNow();
        db.Add(new PlanOverride
        {
            Id = id, PlanCode = order.PlanCode, RegionCode = order.RegionCode, Indicator = order.Indicator, Year = order.Year, Kind = order.Kind,
            Amount = null, Reason = reason, Source = order.Source, EnteredBy = request.Actor, EnteredAt = now,
        });
        await db.SaveChangesAsync(stop);
        var subject = FormattableString.Invariant($"{order.PlanCode} {order.RegionCode} {order.Indicator} {order.Year}");
        await AuditTrail.Append(db, new AuditEntry(request.Actor, "plan-override.withdraw", subject, reason, region.Path), now, stop);
        await transaction.CommitAsync(stop);
    }
}
