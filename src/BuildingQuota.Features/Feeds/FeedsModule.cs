using System.Text;
using BuildingQuota.Data;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Budgets;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Evaluations.Replaying;
using BuildingQuota.OData;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Features.Feeds;

/// <summary>What auditors read: the sets of the OData service at /odata. Names once landed stay (docs/api/metadata.xml).</summary>
public static class FeedsModule
{
    public const string Prefix = "/odata";
    private const string Policy = "Feeds";

    /// <summary>Rows that a person may read at once, and so many more each second: no refresh of a workbook comes near.</summary>
    private const long BurstRows = 5_000_000;
    private const double RowsPerSecond = 50_000;

    public static IServiceCollection AddFeeds(this IServiceCollection services, Uri? publicBaseUrl, string origins = "")
    {
        services.AddScoped<IAuthorizationHandler, FeedHandler>();
        services.Configure<ResponseCompressionOptions>(compression => compression.EnableForHttps = true);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAuthenticatedUser().AddRequirements(new FeedAccess()));
        return services.AddODataService((options, provider) =>
        {
            options.Budget = new(BurstRows, RowsPerSecond, provider.GetRequiredService<TimeProvider>());
            (options.Namespace, options.Container, options.PublicBaseUrl) = ("BuildingQuota", "Quota", publicBaseUrl);
            foreach (var origin in origins.Split(' ', StringSplitOptions.RemoveEmptyEntries)) options.Origins.Add(origin);
            MasterData(options);
            Figures(options);
            ReferenceData(options);
            Documents(options);
            FeedNavigations.Declare(options);
            FeedUnits.Declare(options);
        });
    }

    /// <summary>Feeds alone are compressed: they repeat no secret beside what a caller sends, which pages with forms do.</summary>
    public static IApplicationBuilder UseFeedCompression(this IApplicationBuilder app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Prefix), feeds => feeds.UseResponseCompression());

    public static IEndpointConventionBuilder MapFeeds(this IEndpointRouteBuilder routes) =>
        routes.MapOData(Prefix).RequireAuthorization(Policy);

    private static void MasterData(ODataServiceOptions options)
    {
        options.EntitySet<RegionRow>("Regions", row => row.Code, services => MasterFeeds.Regions(Db(services)));
        options.EntitySet<InstitutionRow>("Institutions", row => row.Code, services => MasterFeeds.Institutions(Db(services)));
        options.EntitySet<BuildingRow>("Buildings", row => row.Code, services => MasterFeeds.Buildings(Db(services)));
        options.EntitySet<MeterRow>("Meters", row => row.Code, services => MasterFeeds.Meters(Db(services)));
        options.EntitySet<FloorAreaRow>("FloorAreas", row => row.Id, services => MasterFeeds.FloorAreas(Db(services)));
        options.EntitySet<OccupancyRow>("Occupancies", row => row.Id, services => MasterFeeds.Occupancies(Db(services)));
        options.EntitySet<HeadcountRow>("Headcounts", row => row.Id, services => MasterFeeds.Headcounts(Db(services)));
    }

    private static void Figures(ODataServiceOptions options)
    {
        options.EntitySet<ReadingRow>("Readings", row => row.Id, services => BillFeeds.Readings(Db(services)));
        options.EntitySet<BillRow>("Bills", row => row.Id, services => BillFeeds.Bills(Db(services)));
        options.EntitySet<BillFactRow>("BillFacts", row => row.Id, services => BillFeeds.BillFacts(Db(services)));
        options.EntitySet<MonthlyFactRow>("MonthlyFacts", row => row.Id, services => BillFeeds.MonthlyFacts(Db(services)));
        options.EntitySet<YearVerdictRow>("YearVerdicts", row => row.Id, services => VerdictFeeds.YearVerdicts(Db(services)));
        options.EntitySet<PlanScoreRow>("PlanScores", row => row.Id, services => PlanFeeds.PlanScores(Db(services)));
        options.EntitySet<YearIndicatorRow>("YearIndicators", row => row.Id, services => QuotaFeeds.YearIndicators(Db(services)));
        options.EntitySet<WhatIfRunRow>("WhatIfRuns", row => row.Id, services => QuotaFeeds.WhatIfRuns(Db(services)));
        options.EntitySet<WhatIfResultRow>("WhatIfRows", row => row.Id, services => QuotaFeeds.WhatIfRows(Db(services)));
        options.EntitySet<DecidingBillRow>("DecidingBills", row => row.Id, services => VerdictFeeds.DecidingBills(Db(services)));
        options.EntitySet<VerdictRevisionRow>("VerdictRevisions", row => row.Id, services => VerdictFeeds.VerdictRevisions(Db(services)));
        options.EntitySet<BarometerFeedRow>("BarometerRows", row => row.Id, services => PlanFeeds.BarometerRows(Db(services)));
        options.EntitySet<EvaluationRow>("Evaluations", row => row.Id, services => VerdictFeeds.Evaluations(Db(services)))
            .Stream<long>("Trace", Trace).Stream<long>("Replay", Replay);
        options.EntitySet<BudgetRow>("Budgets", row => row.Id, services => BudgetFeeds.Budgets(Db(services)));
        options.EntitySet<ForecastRow>("Forecasts", row => row.Id, services => BudgetFeeds.Forecasts(Db(services)))
            .Stream<long>("Trace", ForecastTrace);
    }

    private static void ReferenceData(ODataServiceOptions options)
    {
        options.EntitySet<CoefficientSetRow>("CoefficientSets", row => row.Code, services => ReferenceFeeds.CoefficientSets(Db(services)));
        options.EntitySet<QuotaStandardRow>("QuotaStandards", row => row.Code, services => ReferenceFeeds.QuotaStandards(Db(services)));
        options.EntitySet<QuotaRow>("Quotas", row => row.Id, services => ReferenceFeeds.Quotas(Db(services)));
        options.EntitySet<RuleSetRow>("RuleSets", row => row.Code, services => ReferenceFeeds.RuleSets(Db(services)));
        options.EntitySet<PlanRow>("Plans", row => row.Code, services => ReferenceFeeds.Plans(Db(services)));
        options.EntitySet<PlanTargetRow>("PlanTargets", row => row.Id, services => ReferenceFeeds.PlanTargets(Db(services)));
        options.EntitySet<PlanOverrideRow>("PlanOverrides", row => row.Id, services => PlanFeeds.PlanOverrides(Db(services)));
        options.EntitySet<FrozenBaseRow>("FrozenBases", row => row.Id, services => PlanFeeds.FrozenBases(Db(services)));
        options.EntitySet<ScoreRuleRow>("ScoreRules", row => row.Id, services => PlanFeeds.ScoreRules(Db(services)));
    }

    private static void Documents(ODataServiceOptions options)
    {
        options.EntitySet<NoticeRow>("Notices", row => row.Id, services => DocumentFeeds.Notices(Db(services)))
            .Stream<long>("Pdf", Pdf);
        options.EntitySet<NoticeEventRow>("NoticeEvents", row => row.Id, services => DocumentFeeds.NoticeEvents(Db(services)));
        options.EntitySet<NoticeFactRow>("NoticeFacts", row => row.Id, services => DocumentFeeds.NoticeFacts(Db(services)));
        options.EntitySet<ImportRow>("Imports", row => row.Id, services => DocumentFeeds.Imports(Db(services)));
        options.EntitySet<ImportProblemRow>("ImportProblems", row => row.Id, services => DocumentFeeds.ImportProblems(Db(services)));
        options.EntitySet<AuditEventRow>("AuditEvents", row => row.Sequence, services => DocumentFeeds.AuditEvents(
            Db(services), services.GetRequiredService<CurrentPerson>().May(Permission.ReadAudit)))
            .ReadableBy(services => services.GetRequiredService<CurrentPerson>().May(Permission.ReadAudit));
    }

    private static QuotaDb Db(IServiceProvider services) => services.GetRequiredService<QuotaDb>();

    private static async Task<ODataDocument?> Trace(IServiceProvider services, long evaluationId, CancellationToken stop)
    {
        var sheet = await services.GetRequiredService<ReadTrace>().Run(evaluationId, stop);
        return sheet is null ? null : new ODataDocument(new MemoryStream(Encoding.UTF8.GetBytes(sheet)), "application/json");
    }

    private static async Task<ODataDocument?> ForecastTrace(IServiceProvider services, long forecastId, CancellationToken stop)
    {
        var trace = await services.GetRequiredService<ReadForecastTrace>().Run(forecastId, stop);
        return trace is null ? null : new ODataDocument(new MemoryStream(Encoding.UTF8.GetBytes(trace)), "application/json");
    }

    private static async Task<ODataDocument?> Replay(IServiceProvider services, long evaluationId, CancellationToken stop)
    {
        var report = await services.GetRequiredService<ReplayEvaluation>().Run(evaluationId, stop);
        return report is null ? null : new ODataDocument(new MemoryStream(ReplayEvaluation.ToJson(report)), "application/json");
    }

    private static async Task<ODataDocument?> Pdf(IServiceProvider services, long noticeId, CancellationToken stop)
    {
        var db = Db(services);
        var paper = await (from pdf in db.NoticePdfs.AsNoTracking()
                           join notice in db.Notices on pdf.NoticeId equals notice.Id
                           where pdf.NoticeId == noticeId
                           select new { pdf.Pdf, notice.PdfSha256 }).SingleOrDefaultAsync(stop);
        return paper is null ? null : new ODataDocument(new MemoryStream(paper.Pdf), "application/pdf") { ETag = paper.PdfSha256 };
    }

    private sealed record FeedAccess : IAuthorizationRequirement;

    /// <summary>The trail is for those who may read it; everything else for whoever may read figures.</summary>
    private sealed class FeedHandler(CurrentPerson person) : AuthorizationHandler<FeedAccess>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, FeedAccess requirement)
        {
            var path = (context.Resource as HttpContext)?.GetRouteValue("path") as string ?? "";
            var trail = path.TrimStart('/').StartsWith("AuditEvents", StringComparison.OrdinalIgnoreCase);
            if (person.May(trail ? Permission.ReadAudit : Permission.ReadFigures)) context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
