using BuildingQuota.OData;

namespace BuildingQuota.Features.Feeds;

/// <summary>
/// Ways from a row up to what it belongs to and down to what belongs to it. Codes and names stand in each row already; these are for
/// $expand, for paths such as <c>Institutions('SW-CZJ')/Buildings</c>, and for conditions over them.
/// </summary>
internal static class FeedNavigations
{
    public static void Declare(ODataServiceOptions options)
    {
        Regions(options);
        Institutions(options);
        Buildings(options);
        Meters(options);
        FloorAreas(options);
        Headcounts(options);
        Bills(options);
        BillFacts(options);
        MonthlyFacts(options);
        YearVerdicts(options);
        Evaluations(options);
        Forecasts(options);
        Budgets(options);
        QuotaStandards(options);
        Quotas(options);
        Plans(options);
        PlanTargets(options);
        Notices(options);
        NoticeEvents(options);
        Imports(options);
        ImportProblems(options);
    }

    private static void Regions(ODataServiceOptions options) => options.Set<RegionRow>("Regions")
        .One<RegionRow>("Parent", "Regions", row => row.ParentCode, region => region.Code, "The region above.")
        .Many<RegionRow>("Children", "Regions", row => row.Code, region => region.ParentCode, "Regions directly below.")
        .Many<InstitutionRow>("Institutions", "Institutions", row => row.Code, institution => institution.RegionCode,
            "Institutions of this very region, without those of regions below.");

    private static void Institutions(ODataServiceOptions options) => options.Set<InstitutionRow>("Institutions")
        .One<RegionRow>("Region", "Regions", row => row.RegionCode, region => region.Code)
        .One<InstitutionRow>("Parent", "Institutions", row => row.ParentCode, institution => institution.Code, "The institution above.")
        .Many<InstitutionRow>("Children", "Institutions", row => row.Code, institution => institution.ParentCode,
            "Institutions directly below.")
        .Many<BuildingRow>("Buildings", "Buildings", row => row.Code, building => building.InstitutionCode)
        .Many<MeterRow>("Meters", "Meters", row => row.Code, meter => meter.InstitutionCode)
        .Many<HeadcountRow>("Headcounts", "Headcounts", row => row.Code, count => count.InstitutionCode)
        .Many<BillRow>("Bills", "Bills", row => row.Code, bill => bill.InstitutionCode)
        .Many<MonthlyFactRow>("MonthlyFacts", "MonthlyFacts", row => row.Code, fact => fact.InstitutionCode)
        .Many<YearVerdictRow>("YearVerdicts", "YearVerdicts", row => row.Code, verdict => verdict.InstitutionCode,
            "Of the institution and of its buildings: SubjectKind tells them apart.")
        .Many<EvaluationRow>("Evaluations", "Evaluations", row => row.Code, run => run.InstitutionCode, "As YearVerdicts.")
        .Many<ForecastRow>("Forecasts", "Forecasts", row => row.Code, forecast => forecast.InstitutionCode, "As YearVerdicts.")
        .Many<NoticeRow>("Notices", "Notices", row => row.Code, notice => notice.InstitutionCode);

    private static void Buildings(ODataServiceOptions options) => options.Set<BuildingRow>("Buildings")
        .One<InstitutionRow>("Institution", "Institutions", row => row.InstitutionCode, institution => institution.Code)
        .One<RegionRow>("Region", "Regions", row => row.RegionCode, region => region.Code)
        .Many<MeterRow>("Meters", "Meters", row => row.Code, meter => meter.BuildingCode)
        .Many<FloorAreaRow>("FloorAreas", "FloorAreas", row => row.Code, area => area.BuildingCode)
        .Many<MonthlyFactRow>("MonthlyFacts", "MonthlyFacts", row => row.Code, fact => fact.BuildingCode);

    private static void Meters(ODataServiceOptions options) => options.Set<MeterRow>("Meters")
        .One<InstitutionRow>("Institution", "Institutions", row => row.InstitutionCode, institution => institution.Code)
        .One<BuildingRow>("Building", "Buildings", row => row.BuildingCode, building => building.Code)
        .One<MeterRow>("Parent", "Meters", row => row.ParentCode, meter => meter.Code, "The main meter.")
        .Many<MeterRow>("Children", "Meters", row => row.Code, meter => meter.ParentCode, "Sub-meters.")
        .Many<BillRow>("Bills", "Bills", row => row.Code, bill => bill.MeterCode);

    private static void FloorAreas(ODataServiceOptions options) => options.Set<FloorAreaRow>("FloorAreas")
        .One<BuildingRow>("Building", "Buildings", row => row.BuildingCode, building => building.Code);

    private static void Headcounts(ODataServiceOptions options) => options.Set<HeadcountRow>("Headcounts")
        .One<InstitutionRow>("Institution", "Institutions", row => row.InstitutionCode, institution => institution.Code);

    private static void Bills(ODataServiceOptions options) => options.Set<BillRow>("Bills")
        .One<MeterRow>("Meter", "Meters", row => row.MeterCode, meter => meter.Code)
        .One<InstitutionRow>("Institution", "Institutions", row => row.InstitutionCode, institution => institution.Code)
        .One<BuildingRow>("Building", "Buildings", row => row.BuildingCode, building => building.Code)
        .One<ImportRow>("Import", "Imports", row => row.ImportId, import => import.Id);

    private static void BillFacts(ODataServiceOptions options) => options.Set<BillFactRow>("BillFacts")
        .One<MeterRow>("Meter", "Meters", row => row.MeterCode, meter => meter.Code)
        .One<InstitutionRow>("Institution", "Institutions", row => row.InstitutionCode, institution => institution.Code)
        .One<BuildingRow>("Building", "Buildings", row => row.BuildingCode, building => building.Code);

    private static void MonthlyFacts(ODataServiceOptions options) => options.Set<MonthlyFactRow>("MonthlyFacts")
        .One<InstitutionRow>("Institution", "Institutions", row => row.InstitutionCode, institution => institution.Code)
        .One<BuildingRow>("Building", "Buildings", row => row.BuildingCode, building => building.Code);

    private static void YearVerdicts(ODataServiceOptions options) => options.Set<YearVerdictRow>("YearVerdicts")
        .One<InstitutionRow>("Institution", "Institutions", row => row.InstitutionCode, institution => institution.Code)
        .One<RegionRow>("Region", "Regions", row => row.RegionCode, region => region.Code)
        .One<EvaluationRow>("Evaluation", "Evaluations", row => row.EvaluationId, run => run.Id);

    private static void Evaluations(ODataServiceOptions options) => options.Set<EvaluationRow>("Evaluations")
        .One<InstitutionRow>("Institution", "Institutions", row => row.InstitutionCode, institution => institution.Code)
        .One<EvaluationRow>("Supersedes", "Evaluations", row => row.SupersedesId, run => run.Id, "The run that this one replaced.")
        .Many<YearVerdictRow>("YearVerdicts", "YearVerdicts", row => row.Id, verdict => verdict.EvaluationId,
            "Its verdicts, as long as they are the current ones.");

    private static void Forecasts(ODataServiceOptions options) => options.Set<ForecastRow>("Forecasts")
        .One<InstitutionRow>("Institution", "Institutions", row => row.InstitutionCode, institution => institution.Code)
        .One<RegionRow>("Region", "Regions", row => row.RegionCode, region => region.Code)
        .Many<BudgetRow>("Months", "Budgets", row => row.Id, month => month.ForecastId, "Its twelve months.");

    private static void Budgets(ODataServiceOptions options) => options.Set<BudgetRow>("Budgets")
        .One<InstitutionRow>("Institution", "Institutions", row => row.InstitutionCode, institution => institution.Code)
        .One<ForecastRow>("Forecast", "Forecasts", row => row.ForecastId, forecast => forecast.Id);

    private static void QuotaStandards(ODataServiceOptions options) => options.Set<QuotaStandardRow>("QuotaStandards")
        .Many<QuotaRow>("Quotas", "Quotas", row => row.Code, quota => quota.StandardCode);

    private static void Quotas(ODataServiceOptions options) => options.Set<QuotaRow>("Quotas")
        .One<QuotaStandardRow>("Standard", "QuotaStandards", row => row.StandardCode, standard => standard.Code);

    private static void Plans(ODataServiceOptions options) => options.Set<PlanRow>("Plans")
        .One<RegionRow>("Region", "Regions", row => row.RegionCode, region => region.Code)
        .Many<PlanTargetRow>("Targets", "PlanTargets", row => row.Code, target => target.PlanCode);

    private static void PlanTargets(ODataServiceOptions options) => options.Set<PlanTargetRow>("PlanTargets")
        .One<PlanRow>("Plan", "Plans", row => row.PlanCode, plan => plan.Code);

    private static void Notices(ODataServiceOptions options) => options.Set<NoticeRow>("Notices")
        .One<InstitutionRow>("Institution", "Institutions", row => row.InstitutionCode, institution => institution.Code)
        .One<EvaluationRow>("Evaluation", "Evaluations", row => row.EvaluationId, run => run.Id)
        .Many<NoticeEventRow>("Events", "NoticeEvents", row => row.Id, happened => happened.NoticeId)
        .Many<NoticeFactRow>("Facts", "NoticeFacts", row => row.Id, fact => fact.NoticeId);

    private static void NoticeEvents(ODataServiceOptions options) => options.Set<NoticeEventRow>("NoticeEvents")
        .One<NoticeRow>("Notice", "Notices", row => row.NoticeId, notice => notice.Id);

    private static void Imports(ODataServiceOptions options) => options.Set<ImportRow>("Imports")
        .Many<ImportProblemRow>("Problems", "ImportProblems", row => row.Id, problem => problem.ImportId)
        .Many<BillRow>("Bills", "Bills", row => row.Id, bill => bill.ImportId);

    private static void ImportProblems(ODataServiceOptions options) => options.Set<ImportProblemRow>("ImportProblems")
        .One<ImportRow>("Import", "Imports", row => row.ImportId, import => import.Id);
}
