using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Features.Quotas;

/// <summary>Quota standards from draft to published, and what they say to whom.</summary>
public static class QuotasModule
{
    public static IServiceCollection AddQuotas(this IServiceCollection services) => services
        .AddScoped<FindStandards>().AddScoped<ShowStandard>().AddScoped<ShowBindingQuotas>()
        .AddScoped<DraftStandard>().AddScoped<MoveStandard>().AddScoped<AcknowledgeFinding>().AddScoped<DiscardStandard>();
}
