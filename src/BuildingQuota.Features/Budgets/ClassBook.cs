using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Budgets;

/// <summary>
/// What a first reading of all institutions taught about their classes: shapes for who is new, errors for who has few of its own.
/// </summary>
internal sealed class ClassBook
{
    private readonly PeerBook<SeriesClass, SeasonalShape> _series = new();
    private readonly PeerBook<ShapeClass, SeasonalShape> _subjects = new();
    private readonly PeerBook<ErrorClass, decimal> _errors = new();

    public void Learn(SeriesClass of, Institution institution, SeasonalShape shape) =>
        _series.Add(of, institution.RegionPath, institution.Code, [shape]);

    /// <summary>Of each subject, indicator and set once, whatever the number of its limits.</summary>
    public void Learn(IEnumerable<ForecastDraft> drafts)
    {
        foreach (var draft in drafts.DistinctBy(one => (one.Question.Subject, one.Limit.Definition.Indicator, one.Limit.Set)))
        {
            var (path, code) = (draft.Question.Institution.RegionPath, draft.Question.Institution.Code);
            if (draft.OwnShape is { } shape) _subjects.Add(draft.ShapeClass, path, code, [shape]);
            if (draft.Tests.Count > 0) _errors.Add(draft.ErrorClass, path, code, [.. draft.Tests.Select(test => test.Error)]);
        }
    }

    public SeasonalShape? ShapeOf(SeriesClass of, string regionPath, BudgetRules rules) =>
        SeasonalShape.OfPeers(_series.Near(of, regionPath, rules.Peers).Values);

    public SeasonalShape? ShapeOf(ForecastDraft draft) =>
        SeasonalShape.OfPeers(_subjects.Near(draft.ShapeClass, draft.Question.Institution.RegionPath, draft.Rules.Peers).Values);

    /// <summary>The subject's own errors where there are enough, or nobody knows enough; else those of its class, itself included.</summary>
    public PooledErrors ErrorsOf(ForecastDraft draft)
    {
        var own = new PooledErrors(null, new TestedErrors(draft.Tests.Select(test => test.Error)));
        if (draft.Tests.Count >= draft.Rules.OwnErrors) return own;
        var pool = _errors.Near(draft.ErrorClass, draft.Question.Institution.RegionPath, draft.Rules.OwnErrors);
        return pool.RegionCode is null ? own : new PooledErrors(pool.RegionCode, new TestedErrors(pool.Values));
    }
}

/// <summary>Errors that give an interval, and the region whose class they are of; no region when all are the subject's own.</summary>
internal sealed record PooledErrors(string? RegionCode, TestedErrors Errors);
