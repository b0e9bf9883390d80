using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Feeds;

/// <summary>One open year of one subject against one limit; the current forecast. Amounts are in Unit, chances and shares 0 to 1.</summary>
public sealed record ForecastRow
{
    public long Id { get; init; }
    public SubjectKind SubjectKind { get; init; }
    public string SubjectCode { get; init; } = "";
    public string SubjectName { get; init; } = "";
    public string InstitutionCode { get; init; } = "";
    public string InstitutionName { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public int Year { get; init; }
    public Indicator Indicator { get; init; }
    public LimitKind LimitKind { get; init; }
    public DateOnly AsOf { get; init; }
    public ForecastMethod Method { get; init; }
    public ShapeBasis BudgetBasis { get; init; }
    public string CoefficientSet { get; init; } = "";
    public string Unit { get; init; } = "";
    public decimal Limit { get; init; }
    public decimal Used { get; init; }
    public DateOnly CoverageUntil { get; init; }
    public decimal ShareToDate { get; init; }
    public decimal BudgetToDate { get; init; }
    public decimal? PercentOfBudget { get; init; }
    public decimal? ThresholdCrossed { get; init; }
    public decimal Remaining { get; init; }
    public decimal OpenDays { get; init; }
    public decimal? DailyLeft { get; init; }
    public decimal Forecast { get; init; }
    public decimal? PercentOfLimit { get; init; }
    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    public decimal? ChanceToExceed { get; init; }
    public EarlyWarningLevel Level { get; init; }
    public int MonthsLeft { get; init; }
    public decimal? NeededReductionPercent { get; init; }
    public decimal? BackTestErrorPercent { get; init; }
    public int BackTestYears { get; init; }
    public int ErrorsUsed { get; init; }
    public string IndicatorUnit { get; init; } = "";
    public decimal LimitValue { get; init; }
    public decimal? ForecastValue { get; init; }
    public TierName? ForecastTier { get; init; }
    public decimal Denominator { get; init; }
}

/// <summary>One month of such a budget. Used is null where no bill reaches.</summary>
public sealed record BudgetRow
{
    public long Id { get; init; }
    public long ForecastId { get; init; }
    public SubjectKind SubjectKind { get; init; }
    public string SubjectCode { get; init; } = "";
    public string SubjectName { get; init; } = "";
    public string InstitutionCode { get; init; } = "";
    public string RegionCode { get; init; } = "";
    public int Year { get; init; }
    public Indicator Indicator { get; init; }
    public LimitKind LimitKind { get; init; }
    public int Month { get; init; }
    public DateOnly MonthStart { get; init; }
    public string CoefficientSet { get; init; } = "";
    public string Unit { get; init; } = "";
    public decimal Budget { get; init; }
    public decimal? Used { get; init; }
    public decimal CoveredShare { get; init; }
    public decimal Expected { get; init; }
    public decimal Allowed { get; init; }
    public decimal CumulativeBudget { get; init; }
    public decimal? CumulativeUsed { get; init; }
}
