using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Data.Bulk;
using BuildingQuota.Domain.Notices;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Notices;

/// <summary>What somebody did to notices, and when.</summary>
internal sealed record NoticeAction(string Action, string Actor, DateTimeOffset At)
{
    public string? Detail { get; init; }
}

/// <summary>The words of NoticeEvents, and their writing in the transaction of the change.</summary>
internal static class NoticeActions
{
    public const string Drafted = "draft", Superseded = "supersede-draft", Discarded = "discard", Issued = "issue";

    public static async Task Record(QuotaDb db, IReadOnlyCollection<Notice> notices, NoticeAction action, CancellationToken stop)
    {
        var id = await db.TakeIds<NoticeEvent>(notices.Count, stop);
        db.NoticeEvents.AddRange(notices.Select(notice => new NoticeEvent
        {
            Id = id++, NoticeId = notice.Id, InstitutionCode = notice.InstitutionCode, Action = action.Action, Actor = action.Actor,
            At = action.At, Detail = action.Detail,
        }));
        await db.SaveChangesAsync(stop);
    }

    /// <summary>One line of the trail, readable by whoever sees the institution.</summary>
    public static async Task Audit(QuotaDb db, Notice notice, NoticeAction action, CancellationToken stop)
    {
        var path = await db.Institutions.Where(row => row.Code == notice.InstitutionCode).Select(row => row.RegionPath).SingleAsync(stop);
        var entry = new AuditEntry(
            action.Actor, $"notice.{action.Action}", FormattableString.Invariant($"notice {notice.Id}"),
            $"{notice.InstitutionCode} {action.Detail}".TrimEnd(), $"{path}#{notice.InstitutionCode}/");
        await AuditTrail.Append(db, entry, action.At, stop);
    }
}
