using BuildingQuota.OData.Model;
using BuildingQuota.OData.Requests;
using BuildingQuota.OData.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BuildingQuota.OData;

/// <summary>The two calls by which a host gets an OData service.</summary>
public static class ODataRegistration
{
    /// <summary>Declares the service. The model is built, and a mistake in it thrown, at <see cref="MapOData"/>.</summary>
    public static IServiceCollection AddODataService(this IServiceCollection services, Action<ODataServiceOptions> configure) =>
        services.AddODataService((options, _) => configure(options));

    /// <summary>Declares the service with settings that come from other services (configuration, keys).</summary>
    public static IServiceCollection AddODataService(this IServiceCollection services,
        Action<ODataServiceOptions, IServiceProvider> configure)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
        {
            var options = new ODataServiceOptions();
            configure(options, provider);
            return new ODataModel(options, provider.GetRequiredService<TimeProvider>());
        });
        return services.AddSingleton<MetadataDocument>().AddSingleton<ODataEndpoint>();
    }

    /// <summary>Serves everything below <paramref name="prefix"/>. Authorization and limits are the host's to add to the group.</summary>
    public static RouteGroupBuilder MapOData(this IEndpointRouteBuilder routes, string prefix)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<ODataEndpoint>();
        var group = routes.MapGroup(prefix);
        group.Map("/{**path}", (RequestDelegate)(http => endpoint.Answer(http, prefix)));
        group.MapMethods("/{**path}", [HttpMethods.Options], CrossOrigin.Answer).AllowAnonymous(); // a preflight carries no key
        return group;
    }
}
