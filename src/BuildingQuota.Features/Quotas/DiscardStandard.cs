using BuildingQuota.Data;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas;

/// <summary>An officer drops a draft, with a reason. Its rows go, since nobody was judged by them; its story stays.</summary>
public sealed class DiscardStandard(QuotaDb db, CurrentPerson person, TimeProvider clock)
{
    public sealed record Request(string Code, string Reason);

    public async Task Run(Request request, CancellationToken stop)
    {
        Standards.Require(person, Permission.DraftQuotas);
        if (string.IsNullOrWhiteSpace(request.Reason))
            throw new RuleBrokenException("quota-set.no-reason", "A draft is not discarded without a reason.", "Say why.");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await Standards.Lock(db, stop);
        var standard = await Standards.Get(db, request.Code, stop);
        Standards.RequireOwn(db, standard);
        standard.RequireDraft();
        await db.Quotas.Where(row => row.StandardCode == standard.Code).ExecuteDeleteAsync(stop);
        db.QuotaStandards.Remove(standard);
        await Standards.Record(db, standard, new QuotaStandardEvent
        {
            Id = await db.TakeIds<QuotaStandardEvent>(1, stop), StandardCode = standard.Code, Action = "discard", Actor = person.Name,
            At = clock.GetUtcNow(), Note = request.Reason.Trim(),
        }, stop);
        await transaction.CommitAsync(stop);
    }
}
