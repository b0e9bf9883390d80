using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Features.Access;

/// <summary>On a page: only whoever may do this.</summary>
public sealed class RequirePermissionAttribute(Permission permission) : AuthorizeAttribute(permission.ToString());

/// <summary>Permissions as ASP.NET policies, one each, of the same name.</summary>
public static class PermissionPolicies
{
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoints, Permission permission)
        where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(permission.ToString());

    internal static IServiceCollection AddPermissionPolicies(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        var policies = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Enum.GetValues<Permission>())
            policies.AddPolicy(permission.ToString(), policy => policy.AddRequirements(new PermissionNeeded(permission)));
        return services;
    }

    private sealed record PermissionNeeded(Permission Permission) : IAuthorizationRequirement;

    private sealed class PermissionHandler(CurrentPerson person) : AuthorizationHandler<PermissionNeeded>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionNeeded requirement)
        {
            if (person.May(requirement.Permission)) context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
