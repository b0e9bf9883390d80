using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Budgets;

/// <summary>Rows as they are kept and shown: the one place where the figures of an open year are rounded.</summary>
internal sealed class ForecastRows(DateOnly asOf)
{
    public Forecast Row(FinishedForecast one, long id, long? supersedes)
    {
        var (question, limit, outlook, rules) = (one.Draft.Question, one.Draft.Limit, one.Draft.Outlook, one.Draft.Rules);
        var (standing, value) = (one.Standing, limit.Definition.Value(outlook.Forecast, limit.Denominator));
        return new Forecast
        {
            Id = id, SupersedesId = supersedes, IsCurrent = true, InputHash = one.Hash, Trace = one.Trace, AsOf = asOf,
            SubjectKind = question.Subject.Kind, SubjectCode = question.Subject.Code, SubjectName = one.Outcome.SubjectName,
            InstitutionCode = question.Institution.Code, RegionCode = question.Institution.RegionCode, Year = outlook.Year,
            Indicator = limit.Definition.Indicator, LimitKind = limit.Kind, Method = outlook.Method,
            BudgetBasis = standing.Budget.Shape.Basis, CoefficientSet = limit.Set, Unit = limit.Definition.Measure.InUnit(),
            Limit = standing.Limit, Used = Amount(outlook.UsedToDate), CoveredUntil = outlook.CoveredUntil,
            ShareToDate = Amount(standing.ShareToDate), BudgetToDate = Amount(standing.BudgetToDate),
            PercentOfBudget = Shown(standing.PercentOfBudget), ThresholdCrossed = rules.Crossed(standing.PercentOfBudget),
            Remaining = Amount(standing.Remaining), OpenDays = Shown(outlook.OpenDays), DailyLeft = Shown(standing.DailyLeft),
            YearEnd = Amount(outlook.Forecast),
            PercentOfLimit = standing.Limit > 0 ? Shown(outlook.Forecast / standing.Limit * 100) : null,
            Low = one.Outcome.Low, High = one.Outcome.High, ChanceToExceed = one.Outcome.ChanceToExceed,
            Level = EarlyWarning.Level(outlook.UsedToDate, outlook.Forecast, standing.Limit, one.Errors, rules),
            MonthsLeft = EarlyWarning.MonthsLeft(outlook.Year, asOf),
            NeededReductionPercent = Shown(EarlyWarning.NeededReductionPercent(outlook, standing.Limit, asOf)),
            BackTestErrorPercent = Shown(new TestedErrors(one.Draft.Tests.Select(test => test.Error)).TypicalPercent),
            BackTestYears = one.Draft.Tests.Count, ErrorsUsed = one.Errors.Count, IndicatorUnit = limit.Definition.Unit,
            LimitValue = Shown(limit.Value), YearEndValue = Shown(value), Denominator = Shown(limit.Denominator.Average),
            YearEndTier = one.Outcome.YearEndTier,
        };
    }

    public static OutcomePart Outcome(ForecastDraft draft, decimal limit, TestedErrors errors)
    {
        var forecast = draft.Outlook.Forecast;
        var interval = errors.Around(forecast, draft.Rules.IntervalPart, draft.Outlook.UsedToDate);
        var value = draft.Limit.Definition.Value(forecast, draft.Limit.Denominator);
        return new OutcomePart(
            draft.Question.Name, Amount(interval?.Low), Amount(interval?.High), Shown(errors.ChanceAbove(limit, forecast)),
            value is { } exact ? draft.Limit.Tiers?.Judge(exact) : null);
    }

    /// <summary>Twelve months, their ids in a row.</summary>
    public static IEnumerable<BudgetMonth> Months(FinishedForecast one, long firstId, long forecast)
    {
        var (outlook, allowed) = (one.Standing.Outlook, one.Standing.Allowed);
        var (budget, used, ended) = (0m, 0m, false);
        for (var i = 0; i < 12; i++)
        {
            ended |= outlook.Used[i] is null;
            used += Amount(outlook.Used[i] ?? 0);
            budget += one.Standing.Budget.Months[i];
            yield return new BudgetMonth
            {
                Id = firstId + i, ForecastId = forecast, InstitutionCode = one.Draft.Question.Institution.Code, Month = i + 1,
                MonthStart = new DateOnly(outlook.Year, i + 1, 1), Budget = one.Standing.Budget.Months[i], Used = Amount(outlook.Used[i]),
                CoveredShare = Amount(outlook.CoveredParts[i]), Expected = Amount(outlook.Expected[i]), Allowed = allowed[i],
                CumulativeBudget = budget, CumulativeUsed = ended ? null : used,
            };
        }
    }

    private static decimal Amount(decimal exact) => Rounding.HalfUp(exact, Rounding.QuantityDecimals);

    private static decimal? Amount(decimal? exact) => exact is { } value ? Amount(value) : null;

    private static decimal Shown(decimal exact) => Rounding.HalfUp(exact, Rounding.IndicatorDecimals);

    private static decimal? Shown(decimal? exact) => exact is { } value ? Shown(value) : null;
}
