using BuildingQuota.Data;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>Which plan, of whom, by which indicator; what is not said is the highest region in scope and the plan's first indicator.</summary>
public sealed record PlanRequest(string PlanCode)
{
    public SubjectKind? Kind { get; init; }

    public string? Subject { get; init; }

    public Indicator? Indicator { get; init; }

    public int Page { get; init; } = 1;
}

/// <summary>A plan as it stands for one subject and indicator, and everybody's scores of the latest year.</summary>
public sealed record PlanProfile(Plan Plan, IReadOnlyList<PlanTarget> Targets)
{
    public required Indicator Indicator { get; init; }

    /// <summary>Null when nobody in scope has a score by the indicator.</summary>
    public required PlanCourse? Course { get; init; }

    /// <summary>The latest year with scores, and the scores in it: regions first, then who is furthest behind.</summary>
    public required int? Year { get; init; }

    public required Listing<PlanScore> Scores { get; init; }

    /// <summary>Orders for years of the plan, those that hold first.</summary>
    public required IReadOnlyList<PlanOverride> Orders { get; init; }
}

/// <summary>Somebody opens a plan; null when there is none of that code.</summary>
public sealed class ShowPlan(QuotaDb db, ShowCourse courses)
{
    public async Task<PlanProfile?> Run(PlanRequest request, CancellationToken stop)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(row => row.Code == request.PlanCode, stop);
        if (plan is null) return null;
        var targets = await db.PlanTargets.AsNoTracking().Where(row => row.PlanCode == plan.Code).OrderBy(row => row.Id).ToListAsync(stop);
        var indicator = request.Indicator ?? targets.Select(target => target.Indicator).FirstOrDefault();
        var scores = db.PlanScores.AsNoTracking()
            .Where(score => score.IsCurrent && score.PlanCode == plan.Code && score.Indicator == indicator && score.SubjectKind != SubjectKind.Building);
        var year = await scores.MaxAsync(score => (int?)score.Year, stop);
        var subject = request is { Kind: { } kind, Subject: { } code } ? new Subject(kind, code) : await First(scores, stop);
        return new PlanProfile(plan, targets)
        {
            Indicator = indicator, Year = year, Course = subject is null ? null : await courses.Run(plan, subject, indicator, stop),
            Scores = await scores.Where(score => score.Year == year).OrderByDescending(score => score.SubjectKind == SubjectKind.Region)
                .ThenBy(score => score.WarningLevelPlan == null).ThenBy(score => score.WarningLevelPlan).ThenBy(score => score.WarningLevelAnnual)
                .ThenBy(score => score.SubjectCode).ToListing(request.Page, stop),
            Orders = await db.PlanOverrides.AsNoTracking().Where(order => order.PlanCode == plan.Code)
                .OrderBy(order => order.SupersededById != null).ThenByDescending(order => order.Year).ThenByDescending(order => order.Id).ToListAsync(stop),
        };
    }

    /// <summary>The highest region that has a score, else the first institution.</summary>
    private async Task<Subject?> First(IQueryable<PlanScore> scores, CancellationToken stop)
    {
        var region = await (from score in scores
                            where score.SubjectKind == SubjectKind.Region && score.PlanActual != null
                            join row in db.Regions on score.SubjectCode equals row.Code
                            orderby row.Path.Length, row.Path
                            select row.Code).FirstOrDefaultAsync(stop);
        if (region is not null) return new Subject(SubjectKind.Region, region);
        var first = await scores.OrderBy(score => score.SubjectCode).Select(score => score.SubjectCode).FirstOrDefaultAsync(stop);
        return first is null ? null : new Subject(SubjectKind.Institution, first);
    }
}
