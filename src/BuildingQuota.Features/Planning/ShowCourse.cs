using BuildingQuota.Data;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Planning;

/// <summary>One year of a course: the first path, what binds (for years to come: what is left to do), what it came to, what is owed.</summary>
public sealed record CourseYear(int Year, decimal Original, decimal? Target, decimal? Actual, decimal? Debt)
{
    /// <summary>Null for the base year and for years without an evaluation.</summary>
    public PlanScore? Score { get; init; }
}

/// <summary>A subject's way through a plan, from the base year to the last.</summary>
public sealed record PlanCourse(Plan Plan, Subject Subject, string SubjectName, Indicator Indicator)
{
    public required string Unit { get; init; }

    public required FrozenBase Base { get; init; }

    public required decimal CumulativeRatePercent { get; init; }

    public required IReadOnlyList<CourseYear> Years { get; init; }

    /// <summary>The latest year that has a score.</summary>
    public PlanScore? Latest => Years.Select(year => year.Score).LastOrDefault(score => score?.PlanActual is not null);
}

/// <summary>Somebody looks at a subject's way through a plan; null without a frozen base or a score.</summary>
public sealed class ShowCourse(QuotaDb db)
{
    public async Task<PlanCourse?> Run(Plan plan, Subject subject, Indicator indicator, CancellationToken stop)
    {
        var scores = await db.PlanScores.AsNoTracking().Where(score => score.IsCurrent && score.PlanCode == plan.Code
                && score.SubjectKind == subject.Kind && score.SubjectCode == subject.Code && score.Indicator == indicator)
            .OrderBy(score => score.Year).ToListAsync(stop);
        var frozen = await db.FrozenBases.AsNoTracking().SingleOrDefaultAsync(row => row.SupersededById == null && row.PlanCode == plan.Code
            && row.SubjectKind == subject.Kind && row.SubjectCode == subject.Code && row.Indicator == indicator, stop);
        var target = await db.PlanTargets.AsNoTracking().SingleOrDefaultAsync(row => row.PlanCode == plan.Code && row.Indicator == indicator, stop);
        if (scores.Count == 0 || frozen is null || target is null) return null;
        return new PlanCourse(plan, subject, scores[^1].SubjectName, indicator)
        {
            Unit = scores[0].Unit, Base = frozen, CumulativeRatePercent = target.CumulativeRatePercent,
            Years = [.. YearsOf(new PlanMatch(plan, target).PathFrom(frozen.BaseValue), plan, scores)],
        };
    }

    /// <summary>All plans that scored a subject, each by each of its indicators: an institution's card.</summary>
    public async Task<IReadOnlyList<PlanCourse>> AllOf(Subject subject, CancellationToken stop)
    {
        var found = await db.PlanScores.AsNoTracking().Where(score => score.IsCurrent && score.SubjectKind == subject.Kind && score.SubjectCode == subject.Code)
            .Select(score => new { score.PlanCode, score.Indicator }).Distinct().OrderBy(row => row.PlanCode).ThenBy(row => row.Indicator).ToListAsync(stop);
        var codes = found.Select(row => row.PlanCode).Distinct().ToArray();
        var plans = await db.Plans.AsNoTracking().Where(plan => codes.Contains(plan.Code)).ToDictionaryAsync(plan => plan.Code, stop);
        var courses = new List<PlanCourse>();
        foreach (var row in found)
            if (await Run(plans[row.PlanCode], subject, row.Indicator, stop) is { } course) courses.Add(course);
        return courses;
    }

    private static IEnumerable<CourseYear> YearsOf(PlanPath path, Plan plan, IReadOnlyList<PlanScore> scores)
    {
        var byYear = scores.ToDictionary(score => score.Year);
        var last = scores.LastOrDefault(score => score.PlanActual is not null);
        var ahead = last is null ? [] : path.Ahead(last.Year - plan.BaseYear, last.PlanActual!.Value);
        yield return new CourseYear(plan.BaseYear, path.BaseValue, null, path.BaseValue, null);
        for (var year = plan.BaseYear + 1; year <= plan.EndYear; year++)
        {
            var original = path.Original(year - plan.BaseYear);
            yield return byYear.TryGetValue(year, out var score)
                ? new CourseYear(year, original, score.TargetValue, score.PlanActual, score.Debt) { Score = score }
                : new CourseYear(year, original, last is not null && year > last.Year ? ahead[year - last.Year - 1] : null, null, null);
        }
    }
}
