using System.Globalization;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Quantities;

namespace BuildingQuota.Features.Budgets;

/// <summary>A forecast ready to be kept: what was drafted, where it stands, how far it may be off, and its trace.</summary>
internal sealed record FinishedForecast(ForecastDraft Draft, BudgetStanding Standing, TestedErrors Errors)
{
    public required OutcomePart Outcome { get; init; }

    public required string Hash { get; init; }

    public required byte[] Trace { get; init; }
}

/// <summary>Finishes drafts with what is known of their classes.</summary>
internal sealed class ForecastWriter(ClassBook classes, DateOnly asOf)
{
    public FinishedForecast Finish(ForecastDraft draft)
    {
        var shape = draft.OwnShape ?? classes.ShapeOf(draft) ?? SeasonalShape.OfDays(draft.Outlook.Year);
        var limit = Rounding.HalfUp(draft.Limit.Amount, Rounding.QuantityDecimals);
        var errors = classes.ErrorsOf(draft);
        var standing = new BudgetStanding(MonthlyBudget.Spread(limit, shape), draft.Outlook, limit);
        var outcome = ForecastRows.Outcome(draft, limit, errors.Errors);
        var (hash, trace) = (Trace(draft, shape, errors) with { Outcome = outcome }).Stored();
        return new FinishedForecast(draft, standing, errors.Errors) { Outcome = outcome, Hash = hash, Trace = trace };
    }

    private ForecastTrace Trace(ForecastDraft draft, SeasonalShape shape, PooledErrors errors) => new()
    {
        AsOfMonth = asOf.ToString("yyyy-MM", CultureInfo.InvariantCulture), Rules = draft.Rules,
        Limit = new LimitPart(draft.Limit.Kind, draft.Limit.Source, draft.Limit.Value, draft.Limit.Denominator.Average, draft.Limit.Amount),
        Budget = From(shape),
        Series = [.. draft.Outlook.Series.Select(one => From(one, draft.Outlook.Year))],
        Tests = [.. draft.Tests.Select(From)],
        Errors = new ErrorsPart(errors.Errors.Count, errors.RegionCode, [.. errors.Errors.Tenths.Select(Percent)]),
    };

    private static SeriesPart From(SeriesOutlook one, int year) =>
        new(one.Series.Key.BuildingCode, one.Series.Key.Carrier, one.Series.Key.Purpose, one.Method)
        {
            Shape = From(one.Shape), CoveredUntil = YearOutlook.UntilOf(one, year), CoveredParts = one.CoveredParts,
            ActiveParts = one.ActiveParts,
            Used = one.Used, ShareToDate = one.ShareToDate, Expected = [.. one.Expected.Select(Amount)],
        };

    private static TestPart From(BackTest test) => new(test.Year, Amount(test.Forecast), Amount(test.Actual), Percent(test.Error));

    private static ShapePart From(SeasonalShape shape) => new(shape.Basis, shape.Sources, shape.Weights);

    private static decimal Amount(decimal exact) => Rounding.HalfUp(exact, Rounding.QuantityDecimals);

    private static decimal Percent(decimal error) => Rounding.HalfUp(error * 100, Rounding.IndicatorDecimals);
}
