using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>A verdict, the earlier one whose place it took, and how it moved.</summary>
internal sealed class Revision
{
    public required Evaluation Run { get; init; }

    public required YearVerdict Before { get; init; }

    public required YearVerdict Now { get; init; }

    public required RevisionDirection Direction { get; init; }
}

/// <summary>Pairs the verdicts of runs with those that they superseded: derived, so that nothing about a correction can be forgotten.</summary>
internal static class RevisionQuery
{
    public static IQueryable<Revision> Revisions(this QuotaDb db) =>
        from run in db.Evaluations.AsNoTracking()
        where run.SupersedesId != null
        join now in db.YearVerdicts.AsNoTracking() on run.Id equals now.EvaluationId
        join before in db.YearVerdicts.AsNoTracking()
            on new { Id = run.SupersedesId!.Value, now.SubjectKind, now.SubjectCode, now.Indicator }
            equals new { Id = before.EvaluationId, before.SubjectKind, before.SubjectCode, before.Indicator }
        let then = before.TierName == TierName.OverConstraint ? 4 : before.TierName == null ? 3 : before.TierName == TierName.WithinConstraint ? 2
            : before.TierName == TierName.WithinBaseline ? 1 : 0
        let today = now.TierName == TierName.OverConstraint ? 4 : now.TierName == null ? 3 : now.TierName == TierName.WithinConstraint ? 2
            : now.TierName == TierName.WithinBaseline ? 1 : 0
        select new Revision
        {
            Run = run, Before = before, Now = now,
            Direction = today > then ? RevisionDirection.Against : today < then ? RevisionDirection.InFavour : RevisionDirection.Unchanged,
        };
}
