using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Notices;

/// <summary>One document in a list.</summary>
public sealed record NoticeRow
{
    public required long Id { get; init; }

    public required NoticeKind Kind { get; init; }

    public required NoticeState State { get; init; }

    public required string? Number { get; init; }

    public required string InstitutionCode { get; init; }

    public required string InstitutionName { get; init; }

    public required int Year { get; init; }

    public required IndicatorFamily Family { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    public required DateOnly? IssuedOn { get; init; }

    public required DateOnly? ReplyBy { get; init; }

    /// <summary>The evaluation that it states has been superseded since: somebody should look.</summary>
    public required bool EvaluationMoved { get; init; }
}

/// <summary>
/// Somebody looks for notices by state, year or institution: drafts first, then the newest. Whoever is written to sees what was sent and
/// nothing that was merely drafted.
/// </summary>
public sealed class FindNotices(QuotaDb db, CurrentPerson person)
{
    public sealed record Request(NoticeState? State = null, int? Year = null, string? Search = null, int Page = 1);

    public Task<Listing<NoticeRow>> Run(Request request, CancellationToken stop) => Filter(request)
        .OrderBy(notice => notice.State == NoticeState.Draft ? 0 : 1).ThenByDescending(notice => notice.Year)
            .ThenByDescending(notice => notice.Id)
        .Select(notice => new NoticeRow
        {
            Id = notice.Id, Kind = notice.Kind, State = notice.State, Number = notice.Number, InstitutionCode = notice.InstitutionCode,
            InstitutionName = notice.InstitutionName, Year = notice.Year, Family = notice.Family, DraftedAt = notice.DraftedAt,
            IssuedOn = notice.IssuedOn, ReplyBy = notice.ReplyBy,
            EvaluationMoved = db.Evaluations.Any(run => run.Id == notice.EvaluationId && !run.IsCurrent),
        }).ToListing(request.Page, stop);

    /// <summary>Whether there is such a notice for this person to see.</summary>
    public Task<bool> IsThere(long id, CancellationToken stop) => ForThem.AnyAsync(notice => notice.Id == id, stop);

    private IQueryable<Notice> ForThem => person.Account?.Role == Role.Facility
        ? db.Notices.AsNoTracking().Where(notice => notice.State == NoticeState.Issued || notice.State == NoticeState.Withdrawn)
        : db.Notices.AsNoTracking();

    private IQueryable<Notice> Filter(Request request)
    {
        var found = ForThem;
        if (request.State is { } state) found = found.Where(notice => notice.State == state);
        if (request.Year is { } year) found = found.Where(notice => notice.Year == year);
        if (string.IsNullOrWhiteSpace(request.Search)) return found;
        var term = request.Search.Trim();
        return found.Where(notice => notice.InstitutionName.Contains(term) || notice.InstitutionCode.Contains(term)
            || notice.Number!.Contains(term));
    }
}
