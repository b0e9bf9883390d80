using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>
/// A bureau orders for one year of a plan in place of its path, by a rate or a value (docs/rules/plan-override.md). The next evaluation
/// uses it.
/// </summary>
public sealed class OrderYear(QuotaDb db, TimeProvider clock)
{
    public sealed record Request(string PlanCode, string RegionCode, Indicator Indicator, int Year)
    {
        public required OverrideKind Kind { get; init; }

        public required decimal Amount { get; init; }

        public required string? Reason { get; init; }

        public required string? Source { get; init; }

        public required string Actor { get; init; }
    }

    public async Task<long> Run(Request request, CancellationToken stop)
    {
        var reason = PlanRefusals.Said(request.Reason, "plan-override.no-reason", "why the year is ordered otherwise");
        var source = PlanRefusals.Said(request.Source, "plan-override.no-source", "which document orders it");
        var region = await PlanRefusals.Own(db, request.RegionCode, "plan-override.region-out-of-scope", stop);
        await RequirePlan(request, region, stop);
        RequireAmount(request);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var id = await db.TakeIds<PlanOverride>(1, stop);
        await db.PlanOverrides.Where(order => order.SupersededById == null && order.PlanCode == request.PlanCode
                && order.RegionCode == request.RegionCode && order.Indicator == request.Indicator && order.Year == request.Year)
            .ExecuteUpdateAsync(set => set.SetProperty(order => order.SupersededById, id), stop);
        var now = clock.GetUtcNow();
        db.Add(new PlanOverride
        {
            Id = id, PlanCode = request.PlanCode, RegionCode = request.RegionCode, Indicator = request.Indicator, Year = request.Year,
            Kind = request.Kind, Amount = request.Amount, Reason = reason, Source = source, EnteredBy = request.Actor, EnteredAt = now,
        });
        await db.SaveChangesAsync(stop);
        var said = FormattableString.Invariant($"{request.Kind} {request.Amount}: {reason} ({source})");
        await AuditTrail.Append(db, new AuditEntry(request.Actor, "plan-override.order", SubjectOf(request), said, region.Path), now, stop);
        await transaction.CommitAsync(stop);
        return id;
    }

    private static string SubjectOf(Request request) =>
        FormattableString.Invariant($"{request.PlanCode} {request.RegionCode} {request.Indicator} {request.Year}");

    private async Task RequirePlan(Request request, Region region, CancellationToken stop)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(row => row.Code == request.PlanCode, stop);
        if (plan is null || !RegionPaths.NearestFirst(region.Path).Contains(plan.RegionCode))
            throw new RuleBrokenException(
                "plan-override.no-plan", $"No plan {request.PlanCode} binds {region.Code}.", "Take a plan of the region or of one above it.");
        if (request.Year <= plan.BaseYear || request.Year > plan.EndYear)
            throw new RuleBrokenException("plan-override.outside-plan",
                FormattableString.Invariant($"{request.Year} is not one of the plan's years, {plan.BaseYear + 1} to {plan.EndYear}."),
                "Order for one of its years.");
        var isLimit = PlanCap.IsTotal(request.Indicator) && request.Kind == OverrideKind.Value;
        if (!isLimit && !await db.PlanTargets.AnyAsync(row => row.PlanCode == plan.Code && row.Indicator == request.Indicator, stop))
            throw new RuleBrokenException("plan-override.no-target", $"The plan has no target of {request.Indicator}.",
                "Order for an indicator of the plan, or a value for TotalEnergy or TotalCarbon.");
    }

    private static void RequireAmount(Request request)
    {
        if (request.Kind == OverrideKind.RatePercent && request.Amount is not (> -100 and < 100))
            throw new RuleBrokenException("plan-override.rate-out-of-range", "A rate is above −100 and below 100 percent.",
                "Give the decline against the year before in percent, such as 3.2.");
        if (request.Kind == OverrideKind.Value && request.Amount <= 0)
            throw new RuleBrokenException("plan-override.value-not-positive", "A value is above zero.", "Give it in the indicator's unit.");
    }
}
