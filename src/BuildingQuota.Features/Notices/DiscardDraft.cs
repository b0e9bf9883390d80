using BuildingQuota.Data;
using BuildingQuota.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Notices;

/// <summary>Somebody drops a draft, with a reason; the machine does not draft it again unless the evaluation changes.</summary>
public sealed class DiscardDraft(QuotaDb db, NoticeCalendar calendar)
{
    public sealed record Request(long NoticeId, string Actor, string Reason);

    public async Task Run(Request request, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
            throw new RuleBrokenException("notice.no-reason", "A draft is not discarded without a reason.", "Say why.");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var notice = await db.Notices.SingleOrDefaultAsync(one => one.Id == request.NoticeId, stop)
            ?? throw ReadNotice.NotFound(request.NoticeId);
        notice.Discard();
        var action = new NoticeAction(NoticeActions.Discarded, request.Actor, calendar.Now) { Detail = request.Reason.Trim() };
        await NoticeActions.Record(db, [notice], action, stop);
        await NoticeActions.Audit(db, notice, action, stop);
        await transaction.CommitAsync(stop);
    }
}
