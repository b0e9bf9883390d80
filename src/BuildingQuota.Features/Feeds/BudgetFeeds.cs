using BuildingQuota.Data;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Feeds;

/// <summary>Open years as rows: what stands, not what a later forecast replaced.</summary>
internal static class BudgetFeeds
{
    public static IQueryable<ForecastRow> Forecasts(QuotaDb db) =>
        from row in db.Forecasts.AsNoTracking()
        join institution in db.Institutions on row.InstitutionCode equals institution.Code
        where row.IsCurrent
        select new ForecastRow
        {
            Id = row.Id, SubjectKind = row.SubjectKind, SubjectCode = row.SubjectCode, SubjectName = row.SubjectName,
            InstitutionCode = row.InstitutionCode, InstitutionName = institution.Name, RegionCode = row.RegionCode, Year = row.Year,
            Indicator = row.Indicator, LimitKind = row.LimitKind, AsOf = row.AsOf, Method = row.Method, BudgetBasis = row.BudgetBasis,
            CoefficientSet = row.CoefficientSet, Unit = row.Unit, Limit = row.Limit, Used = row.Used, CoverageUntil = row.CoveredUntil,
            ShareToDate = row.ShareToDate, BudgetToDate = row.BudgetToDate, PercentOfBudget = row.PercentOfBudget,
            ThresholdCrossed = row.ThresholdCrossed, Remaining = row.Remaining, OpenDays = row.OpenDays, DailyLeft = row.DailyLeft,
            Forecast = row.YearEnd, PercentOfLimit = row.PercentOfLimit, Low = row.Low, High = row.High,
            ChanceToExceed = row.ChanceToExceed, Level = row.Level, MonthsLeft = row.MonthsLeft,
            NeededReductionPercent = row.NeededReductionPercent, BackTestErrorPercent = row.BackTestErrorPercent,
            BackTestYears = row.BackTestYears, ErrorsUsed = row.ErrorsUsed, IndicatorUnit = row.IndicatorUnit, LimitValue = row.LimitValue,
            ForecastValue = row.YearEndValue, ForecastTier = row.YearEndTier, Denominator = row.Denominator,
        };

    public static IQueryable<BudgetRow> Budgets(QuotaDb db) =>
        from month in db.BudgetMonths.AsNoTracking()
        join row in db.Forecasts on month.ForecastId equals row.Id
        where row.IsCurrent
        select new BudgetRow
        {
            Id = month.Id, ForecastId = month.ForecastId, SubjectKind = row.SubjectKind, SubjectCode = row.SubjectCode,
            SubjectName = row.SubjectName, InstitutionCode = row.InstitutionCode, RegionCode = row.RegionCode, Year = row.Year,
            Indicator = row.Indicator, LimitKind = row.LimitKind, Month = month.Month, MonthStart = month.MonthStart,
            CoefficientSet = row.CoefficientSet, Unit = row.Unit, Budget = month.Budget, Used = month.Used,
            CoveredShare = month.CoveredShare, Expected = month.Expected, Allowed = month.Allowed,
            CumulativeBudget = month.CumulativeBudget, CumulativeUsed = month.CumulativeUsed,
        };
}
