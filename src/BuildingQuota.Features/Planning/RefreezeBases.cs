using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>
/// An officer makes what the base year says today the base of a plan, with a reason (docs/rules/plan-base.md): the old record is superseded,
/// the next evaluation uses the new one for every year of the plan.
/// </summary>
public sealed class RefreezeBases(QuotaDb db, FindMovedBases find, TimeProvider clock)
{
    /// <summary>Which frozen records; all or none of them are taken.</summary>
    public sealed record Request(string PlanCode, IReadOnlyCollection<long> FrozenIds, string? Reason, string Actor);

    public async Task<int> Run(Request request, CancellationToken stop)
    {
        var reason = PlanRefusals.Said(request.Reason, "plan-base.no-reason", "why the base is another one");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var id = await db.TakeIds<FrozenBase>(request.FrozenIds.Count, stop);
        var moved = (await find.Run(request.PlanCode, stop)).Where(row => request.FrozenIds.Contains(row.FrozenId)).ToArray();
        if (moved.Length == 0 || moved.Length != request.FrozenIds.Count)
            throw new RuleBrokenException("plan-base.nothing-to-refreeze", "Not all of these bases are other than what they would be today.",
                "Look at the bases as they are now.");
        var baseYear = await db.Plans.Where(plan => plan.Code == request.PlanCode).Select(plan => plan.BaseYear).SingleAsync(stop);
        foreach (var row in moved) await Refreeze(row, new Freezing(id++, baseYear, reason, request), stop);
        await transaction.CommitAsync(stop);
        return moved.Length;
    }

    private sealed record Freezing(long Id, int BaseYear, string Reason, Request Request);

    private async Task Refreeze(MovedBase row, Freezing with, CancellationToken stop)
    {
        var (id, now) = (with.Id, clock.GetUtcNow());
        await db.FrozenBases.Where(old => old.Id == row.FrozenId).ExecuteUpdateAsync(set => set.SetProperty(old => old.SupersededById, id), stop);
        var run = row.InstitutionCode ?? row.SubjectCode;
        db.Add(new FrozenBase
        {
            Id = id, PlanCode = with.Request.PlanCode, SubjectKind = row.SubjectKind, SubjectCode = row.SubjectCode,
            InstitutionCode = row.InstitutionCode, Indicator = row.Indicator, BaseValue = row.WouldBe, SourceKind = row.WouldBeSource,
            EvaluationId = row.WouldBeSource != BaseSource.Evaluated ? null : await db.Evaluations
                .Where(one => one.IsCurrent && one.Year == with.BaseYear && one.SubjectCode == run).Select(one => (long?)one.Id).FirstOrDefaultAsync(stop),
            ImportId = row.WouldBeSource != BaseSource.Filed ? null : await db.PlanBases
                .Where(one => one.SupersededById == null && one.PlanCode == with.Request.PlanCode && one.SubjectKind == row.SubjectKind
                    && one.SubjectCode == row.SubjectCode && one.Indicator == row.Indicator).Select(one => (long?)one.ImportId).FirstOrDefaultAsync(stop),
            Reason = with.Reason, FrozenBy = with.Request.Actor, FrozenAt = now,
        });
        await db.SaveChangesAsync(stop);
        var subject = $"{with.Request.PlanCode} {row.SubjectCode} {row.Indicator}";
        var said = FormattableString.Invariant($"{row.BaseValue} -> {row.WouldBe}: {with.Reason}");
        await AuditTrail.Append(db, new AuditEntry(with.Request.Actor, "plan-base.refreeze", subject, said, await PathOf(row, stop)), now, stop);
    }

    private async Task<string> PathOf(MovedBase row, CancellationToken stop) => row.InstitutionCode is { } institution
        ? await db.Institutions.Where(one => one.Code == institution).Select(one => one.RegionPath + "#" + one.Code + "/").SingleAsync(stop)
        : await db.Regions.Where(region => region.Code == row.SubjectCode).Select(region => region.Path).SingleAsync(stop);
}
