using BuildingQuota.Features.Quotas.Allocating;
using BuildingQuota.Features.Quotas.Trying;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Features.Quotas;

/// <summary>Quota standards from draft to published, what they say to whom, what follows for next year, and what another set would say.</summary>
public static class QuotasModule
{
    public static IServiceCollection AddQuotas(this IServiceCollection services) => services
        .AddScoped<FindStandards>().AddScoped<ShowStandard>().AddScoped<ShowBindingQuotas>()
        .AddScoped<DraftStandard>().AddScoped<MoveStandard>().AddScoped<AcknowledgeFinding>().AddScoped<DiscardStandard>()
        .AddScoped<AllocateIndicators>().AddScoped<OrderIndicator>().AddScoped<FindYearIndicators>()
        .AddScoped<RunWhatIf>().AddScoped<FindWhatIfs>();
}
