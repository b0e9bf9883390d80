using BuildingQuota.Features.Audit;
using BuildingQuota.Features.Billing;
using BuildingQuota.Features.Buildings;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Institutions;
using BuildingQuota.Features.Metering;
using BuildingQuota.Features.Notices;
using BuildingQuota.Features.Planning;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Features.Lists;

/// <summary>The use cases that only read: what lists and pages show.</summary>
public static class ReadingModule
{
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddScoped<JudgedYears>()
        .AddScoped<FindInstitutions>().AddScoped<ShowInstitution>()
        .AddScoped<FindBuildings>().AddScoped<ShowBuilding>()
        .AddScoped<ListMeters>().AddScoped<FindMissingBills>().AddScoped<FindReadings>()
        .AddScoped<FindBills>()
        .AddScoped<FindVerdicts>().AddScoped<FindRevisions>().AddScoped<ShowVerdict>().AddScoped<ExplainChange>()
        .AddScoped<ShowEnergyMonths>().AddScoped<ShowRegionOverview>().AddScoped<ShowRules>()
        .AddScoped<FindPlans>().AddScoped<ShowPlan>().AddScoped<ShowCourse>()
        .AddScoped<FindOwnRegions>().AddScoped<ShowBarometer>()
        .AddScoped<FindNotices>()
        .AddScoped<FindImports>()
        .AddScoped<ReadAudit>();
}
