using BuildingQuota.Data;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Rules;
using BuildingQuota.Features.Notices.Content;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Notices;

/// <summary>A notice with what it says and what happened to it, oldest first.</summary>
public sealed record NoticeReading(Notice Notice, NoticeContent Content, IReadOnlyList<NoticeEvent> Events)
{
    /// <summary>The figures behind a draft were evaluated anew: it can no longer be issued.</summary>
    public required bool IsSuperseded { get; init; }
}

/// <summary>Somebody opens a notice.</summary>
public sealed class ReadNotice(QuotaDb db)
{
    public async Task<NoticeReading> Run(long id, CancellationToken stop)
    {
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, stop) ?? throw NotFound(id);
        var events = await db.NoticeEvents.AsNoTracking().Where(one => one.NoticeId == id).OrderBy(one => one.Id).ToListAsync(stop);
        var isCurrent = await db.Evaluations.AnyAsync(evaluation => evaluation.Id == notice.EvaluationId && evaluation.IsCurrent, stop);
        return new NoticeReading(notice, CanonicalJson.Read(notice.Content), events)
        {
            IsSuperseded = notice.State == NoticeState.Draft && !isCurrent,
        };
    }

    internal static RuleBrokenException NotFound(long id) =>
        new("notice.not-found", FormattableString.Invariant($"There is no notice {id} for you to see."), "Look it up in the list.");
}
