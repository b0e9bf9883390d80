using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Planning;

/// <summary>A plan that binds a subject in a year, with its cumulative rate for the indicator.</summary>
public sealed record PlanMatch(Plan Plan, PlanTarget Target)
{
    public PlanPath PathFrom(decimal baseValue) => new(baseValue, Target.CumulativeRatePercent, Plan.EndYear - Plan.BaseYear, Plan.Path);
}

/// <summary>Finds the plan of a place: the nearest region's plan that has the indicator in the year wins (docs/rules/plan-path.md).</summary>
public sealed class PlanBook
{
    private readonly ILookup<string, Plan> _plans;
    private readonly Dictionary<(string, Indicator), PlanTarget> _targets;
    private readonly Dictionary<(string, SubjectKind, string, Indicator), PlanBase> _bases;

    public PlanBook(IEnumerable<Plan> plans, IEnumerable<PlanTarget> targets, IEnumerable<PlanBase> bases)
    {
        (Plans, Targets, Bases) = ([.. plans], [.. targets], [.. bases.Where(row => row.SupersededById is null)]);
        _plans = Plans.ToLookup(plan => plan.RegionCode);
        _targets = Targets.ToDictionary(target => (target.PlanCode, target.Indicator));
        _bases = Bases.ToDictionary(row => (row.PlanCode, row.SubjectKind, row.SubjectCode, row.Indicator));
    }

    public IReadOnlyList<Plan> Plans { get; }

    public IReadOnlyList<PlanTarget> Targets { get; }

    public IReadOnlyList<PlanBase> Bases { get; }

    public PlanMatch? Find(string regionPath, Indicator indicator, int year)
    {
        foreach (var region in RegionPaths.NearestFirst(regionPath))
        {
            foreach (var plan in _plans[region].Where(plan => plan.BaseYear < year && year <= plan.EndYear))
                if (_targets.TryGetValue((plan.Code, indicator), out var target)) return new PlanMatch(plan, target);
        }

        return null;
    }

    /// <summary>The base value that was filed, where the base year's own bills are not here.</summary>
    public PlanBase? FiledBase(string planCode, Subject subject, Indicator indicator) =>
        _bases.GetValueOrDefault((planCode, subject.Kind, subject.Code, indicator));
}

/// <summary>Whom a figure is about.</summary>
public sealed record Subject(SubjectKind Kind, string Code);
