using BuildingQuota.OData;

namespace BuildingQuota.Features.Feeds;

/// <summary>
/// Measures whose unit stands beside them: kWh and m³ have no sum, so $apply answers null and says why. And the texts that $search looks
/// into.
/// </summary>
internal static class FeedUnits
{
    public static void Declare(ODataServiceOptions options)
    {
        Units(options);
        Texts(options);
    }

    private static void Units(ODataServiceOptions options)
    {
        options.Set<BillRow>("Bills").Unit(row => row.Unit, row => row.Quantity);
        options.Set<BillFactRow>("BillFacts").Unit(row => row.Unit, row => row.Quantity);
        options.Set<MonthlyFactRow>("MonthlyFacts").Unit(row => row.Unit, row => row.Quantity);
        options.Set<YearVerdictRow>("YearVerdicts").Unit(row => row.Unit, row => row.Actual, row => row.Constraint, row => row.Baseline,
            row => row.Guiding, row => row.OverrunAmount, row => row.PlanActual, row => row.BaseValue, row => row.TargetValue,
            row => row.OriginalTargetValue, row => row.LowerBound, row => row.UpperBound);
        options.Set<ForecastRow>("Forecasts").Unit(row => row.Unit, row => row.Limit, row => row.Used, row => row.BudgetToDate,
            row => row.Remaining, row => row.DailyLeft, row => row.Forecast, row => row.Low, row => row.High);
        options.Set<BudgetRow>("Budgets").Unit(row => row.Unit, row => row.Budget, row => row.Used, row => row.Expected, row => row.Allowed,
            row => row.CumulativeBudget, row => row.CumulativeUsed);
        options.Set<QuotaRow>("Quotas").Unit(row => row.Unit, row => row.Constraint, row => row.Baseline, row => row.Guiding);
        options.Set<NoticeFactRow>("NoticeFacts").Unit(row => row.Unit, row => row.Actual, row => row.LowerBound, row => row.Constraint,
            row => row.Baseline, row => row.Guiding, row => row.OverrunAmount);
    }

    private static void Texts(ODataServiceOptions options)
    {
        options.Set<RegionRow>("Regions").Search(row => row.Code, row => row.Name);
        options.Set<InstitutionRow>("Institutions").Search(row => row.Code, row => row.Name, row => row.RegionName);
        options.Set<BuildingRow>("Buildings").Search(row => row.Code, row => row.Name, row => row.InstitutionName);
        options.Set<MeterRow>("Meters").Search(row => row.Code, row => row.InstitutionName, row => row.BuildingName);
        options.Set<BillRow>("Bills").Search(row => row.MeterCode, row => row.BillNumber, row => row.InstitutionName);
        options.Set<YearVerdictRow>("YearVerdicts").Search(row => row.SubjectCode, row => row.SubjectName);
        options.Set<ForecastRow>("Forecasts").Search(row => row.SubjectCode, row => row.SubjectName);
        options.Set<BudgetRow>("Budgets").Search(row => row.SubjectCode, row => row.SubjectName);
        options.Set<NoticeRow>("Notices").Search(row => row.Number, row => row.InstitutionName, row => row.BureauName);
        options.Set<ImportProblemRow>("ImportProblems").Search(row => row.File, row => row.RuleCode, row => row.Message);
    }
}
