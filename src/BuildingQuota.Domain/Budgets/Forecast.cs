using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Budgets;

/// <summary>
/// What was said of an open year on a day: where it stands against one limit, what it will come to, how far that may be off, and whether
/// it is to be warned (docs/rules/forecast.md). Never edited: a later forecast that comes out otherwise takes its place. Amounts are in
/// <see cref="Unit"/>, rounded once, here.
/// </summary>
public sealed class Forecast
{
    public required long Id { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required string SubjectCode { get; init; }

    public required string SubjectName { get; init; }

    public required string InstitutionCode { get; init; }

    public required string RegionCode { get; init; }

    public required int Year { get; init; }

    public required Indicator Indicator { get; init; }

    public required LimitKind LimitKind { get; init; }

    /// <summary>The day in China on which this was first said; it stands until something changes or another month begins.</summary>
    public required DateOnly AsOf { get; init; }

    public required ForecastMethod Method { get; init; }

    /// <summary>By what the limit was laid over the months.</summary>
    public required ShapeBasis BudgetBasis { get; init; }

    /// <summary>Of the limit and of every amount beside it.</summary>
    public required string CoefficientSet { get; init; }

    /// <summary>kgce, kWh, m³ or kgCO2.</summary>
    public required string Unit { get; init; }

    public required decimal Limit { get; init; }

    public required decimal Used { get; init; }

    /// <summary>The first day that some carrier is not billed for.</summary>
    public required DateOnly CoveredUntil { get; init; }

    /// <summary>The part of an average year that lies in the billed days, 0 to 1.</summary>
    public required decimal ShareToDate { get; init; }

    public required decimal BudgetToDate { get; init; }

    public decimal? PercentOfBudget { get; init; }

    /// <summary>The highest threshold of the budget line that use to date is above.</summary>
    public decimal? ThresholdCrossed { get; init; }

    public required decimal Remaining { get; init; }

    public required decimal OpenDays { get; init; }

    public decimal? DailyLeft { get; init; }

    /// <summary>Use of the whole year.</summary>
    public required decimal YearEnd { get; init; }

    /// <summary>The year's use in percent of the limit; null where the limit is nothing.</summary>
    public decimal? PercentOfLimit { get; init; }

    /// <summary>Ends of the interval; null where no closed year could be tested.</summary>
    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    /// <summary>The part of the tested errors with which the year ends above the limit, 0 to 1.</summary>
    public decimal? ChanceToExceed { get; init; }

    public required EarlyWarningLevel Level { get; init; }

    /// <summary>Whole months after that of <see cref="AsOf"/>.</summary>
    public required int MonthsLeft { get; init; }

    public decimal? NeededReductionPercent { get; init; }

    /// <summary>Median size of the subject's own errors, closed years at the same cut-off; null without a testable year.</summary>
    public decimal? BackTestErrorPercent { get; init; }

    public required int BackTestYears { get; init; }

    /// <summary>Errors that gave the interval: its own, and those of its class where these are few.</summary>
    public required int ErrorsUsed { get; init; }

    public required string IndicatorUnit { get; init; }

    /// <summary>The indicator's limit, and its value if the year comes to <see cref="YearEnd"/>.</summary>
    public required decimal LimitValue { get; init; }

    public decimal? YearEndValue { get; init; }

    /// <summary>The tier in which the year will end; null against a plan.</summary>
    public TierName? YearEndTier { get; init; }

    public required decimal Denominator { get; init; }

    /// <summary>SHA-256 (hex) of the trace: the same inputs say the same, and no new forecast is stored.</summary>
    public required string InputHash { get; init; }

    /// <summary>How it was found, series by series: canonical JSON, Brotli-compressed.</summary>
    public required byte[] Trace { get; init; }

    public required bool IsCurrent { get; init; }

    public long? SupersedesId { get; init; }
}

/// <summary>One month of the budget of an open year; what it holds is the present reading of the bills.</summary>
public sealed class BudgetMonth
{
    public required long Id { get; init; }

    public required long ForecastId { get; init; }

    /// <summary>For row scope.</summary>
    public required string InstitutionCode { get; init; }

    public required int Month { get; init; }

    public required DateOnly MonthStart { get; init; }

    public required decimal Budget { get; init; }

    /// <summary>Null where no bill reaches: that is not a use of nothing.</summary>
    public decimal? Used { get; init; }

    /// <summary>The part of the month that the bills cover, 0 to 1.</summary>
    public required decimal CoveredShare { get; init; }

    /// <summary>Of the days that the bills do not cover.</summary>
    public required decimal Expected { get; init; }

    /// <summary>What those days may hold so that the year ends on its limit.</summary>
    public required decimal Allowed { get; init; }

    public required decimal CumulativeBudget { get; init; }

    /// <summary>Null from the first month on that no bill reaches.</summary>
    public decimal? CumulativeUsed { get; init; }
}
