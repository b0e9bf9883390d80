using BuildingQuota.Data;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Quotas.Trying;

/// <summary>
/// Another cumulative decline, or another path, of a plan that was judged by: the same base, last year's same actual, another target.
/// Orders for single years are left out of it.
/// </summary>
internal sealed class PlanRateTrial : ITrial
{
    private readonly QuotaDb _db;
    private readonly Plan _plan;
    private readonly RunWhatIf.Request _request;
    private Dictionary<(SubjectKind, string), decimal?> _before = [];

    private PlanRateTrial(QuotaDb db, Plan plan, RunWhatIf.Request request) => (_db, _plan, _request) = (db, plan, request);

    public static async Task<PlanRateTrial> Prepare(QuotaDb db, RunWhatIf.Request request, CancellationToken stop)
    {
        if (request is not { Indicator: not null, RatePercent: >= 0 and < 100, Path: not null })
            throw new RuleBrokenException("what-if.bad-rate", "A decline has an indicator, a path and a rate from 0 to below 100 percent.",
                "Give all three.");
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(one => one.Code == request.Tried, stop)
            ?? throw new RuleBrokenException("what-if.not-found", $"There is no plan {request.Tried}.", "Choose one of the list.");
        return new PlanRateTrial(db, plan, request);
    }

    public async Task Read(string[] institutions, int year, CancellationToken stop)
    {
        var indicator = _request.Indicator!.Value;
        var rows = await _db.YearVerdicts.AsNoTracking()
            .Where(row => row.IsCurrent && row.Year == year - 1 && row.Indicator == indicator && row.SubjectKind != SubjectKind.Region
                && institutions.Contains(row.InstitutionCode!))
            .Select(row => new { row.SubjectKind, row.SubjectCode, row.PlanActual }).ToListAsync(stop);
        _before = rows.ToDictionary(row => (row.SubjectKind, row.SubjectCode), row => row.PlanActual);
    }

    public Tried? Try(YearVerdict verdict, Institution institution)
    {
        if (verdict.PlanCode != _plan.Code || verdict.Indicator != _request.Indicator || verdict.BaseValue is not > 0) return null;
        var path = new PlanPath(verdict.BaseValue.Value, _request.RatePercent!.Value, _plan.EndYear - _plan.BaseYear, _request.Path!.Value);
        var target = path.Binding(verdict.Year - _plan.BaseYear, _before.GetValueOrDefault((verdict.SubjectKind, verdict.SubjectCode)));
        return new Tried(verdict.PlanActual, target, verdict.TierName, ConversionTable.Stat, NumeratorReader.FromVerdict,
            verdict.PlanActual is null ? "what-if.insufficient" : "")
        {
            IsOver = verdict.PlanActual > target, WasOver = verdict.TargetMet == false, PresentLimit = verdict.TargetValue,
        };
    }
}
