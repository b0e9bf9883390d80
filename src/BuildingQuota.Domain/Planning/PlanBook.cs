using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Planning;

/// <summary>A plan that binds a subject in a year, with its cumulative rate for the indicator.</summary>
public sealed record PlanMatch(Plan Plan, PlanTarget Target)
{
    public PlanPath PathFrom(decimal baseValue) => new(baseValue, Target.CumulativeRatePercent, Plan.EndYear - Plan.BaseYear, Plan.Path);
}

/// <summary>
/// Everything that is recorded of plans; what was superseded may be among it. Finds the plan of a place: the nearest region's plan that has
/// the indicator in the year wins (docs/rules/plan-path.md).
/// </summary>
public sealed class PlanBook
{
    private readonly ILookup<string, Plan> _plans;
    private readonly Dictionary<(string, Indicator), PlanTarget> _targets;
    private readonly Dictionary<(string, SubjectKind, string, Indicator), PlanBase> _bases;
    private readonly Dictionary<(string, SubjectKind, string, Indicator), FrozenBase> _frozen = [];
    private readonly Dictionary<(string, string, Indicator, int), PlanOverride> _overrides = [];
    private readonly Dictionary<(string, Indicator), PlanCap> _caps = [];
    private readonly Dictionary<string, ScoreRuleSet> _scoreRules = [];

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

    public IReadOnlyList<FrozenBase> Frozen
    {
        get => [.. _frozen.Values];
        init => _frozen = value.Where(row => row.SupersededById is null)
            .ToDictionary(row => (row.PlanCode, row.SubjectKind, row.SubjectCode, row.Indicator));
    }

    public IReadOnlyList<PlanOverride> Overrides
    {
        get => [.. _overrides.Values];
        init => _overrides = value.Where(row => row.SupersededById is null && row.Amount is not null)
            .ToDictionary(row => (row.PlanCode, row.RegionCode, row.Indicator, row.Year));
    }

    public IReadOnlyList<PlanCap> Caps
    {
        get => [.. _caps.Values];
        init => _caps = value.ToDictionary(cap => (cap.PlanCode, cap.Indicator));
    }

    public IReadOnlyList<ScoreRule> ScoreRules
    {
        get => [.. _scoreRules.Values.SelectMany(set => set.Rules)];
        init => _scoreRules = value.GroupBy(rule => rule.SetCode).ToDictionary(set => set.Key, set => new ScoreRuleSet(set.Key, [.. set]));
    }

    public PlanMatch? Find(string regionPath, Indicator indicator, int year) => InForce(regionPath, year)
        .Select(plan => _targets.TryGetValue((plan.Code, indicator), out var target) ? new PlanMatch(plan, target) : null)
        .FirstOrDefault(match => match is not null);

    /// <summary>The base value that was filed, where the base year's own bills are not here.</summary>
    public PlanBase? FiledBase(string planCode, Subject subject, Indicator indicator) =>
        _bases.GetValueOrDefault((planCode, subject.Kind, subject.Code, indicator));

    public FrozenBase? FrozenBase(string planCode, Subject subject, Indicator indicator) =>
        _frozen.GetValueOrDefault((planCode, subject.Kind, subject.Code, indicator));

    /// <summary>What was ordered for the year by the nearest region that gave an order: a rate, or a value to the region itself.</summary>
    public PlanOverride? Override(PlanMatch match, Subject subject, string regionPath, int year) => RegionPaths.NearestFirst(regionPath)
        .Select(region => _overrides.GetValueOrDefault((match.Plan.Code, region, match.Target.Indicator, year)))
        .FirstOrDefault(found => found is { } order && (order.Kind == OverrideKind.RatePercent || IsOf(subject, order.RegionCode)));

    /// <summary>The limit on a region's total: what was ordered for the year, else the plan's own for its own region.</summary>
    public PlanLimit? Limit(Subject region, string regionPath, Indicator indicator, int year) => PlanCap.IsTotal(indicator)
        ? InForce(regionPath, year).Select(plan => LimitOf(plan, region, indicator, year)).FirstOrDefault(limit => limit is not null)
        : null;

    public ScoreRuleSet? ScoreRulesOf(string code) => _scoreRules.GetValueOrDefault(code);

    private IEnumerable<Plan> InForce(string regionPath, int year) => RegionPaths.NearestFirst(regionPath)
        .SelectMany(region => _plans[region]).Where(plan => plan.BaseYear < year && year <= plan.EndYear);

    private PlanLimit? LimitOf(Plan plan, Subject region, Indicator indicator, int year) =>
        _overrides.GetValueOrDefault((plan.Code, region.Code, indicator, year)) is { Kind: OverrideKind.Value } order
            ? new PlanLimit(plan.Code, order.Amount!.Value) { Order = order }
            : IsOf(region, plan.RegionCode) && _caps.TryGetValue((plan.Code, indicator), out var cap) ? new PlanLimit(plan.Code, cap.CapValue) : null;

    private static bool IsOf(Subject subject, string regionCode) => subject.Kind == SubjectKind.Region && subject.Code == regionCode;
}

/// <summary>Whom a figure is about.</summary>
public sealed record Subject(SubjectKind Kind, string Code);
