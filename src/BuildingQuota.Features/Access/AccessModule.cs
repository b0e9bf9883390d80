using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.Features.Access;

/// <summary>Accounts, keys, roles and who a request is for.</summary>
public static class AccessModule
{
    private const string ByPath = "ByPath";

    /// <summary>What verbs need as well: accounts and keys.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<CurrentPerson>().AddSingleton<FailedAttempts>().AddSingleton<KeyUse>();
        services.AddScoped<CreateUser>().AddScoped<CreateKey>().AddScoped<RevokeKey>().AddScoped<ListKeys>().AddScoped<CheckKey>();
        services.AddScoped<ShutAccounts>();
        services.AddIdentityCore<Account>(Rules).AddEntityFrameworkStores<QuotaDb>();
        return services;
    }

    /// <summary>What the server needs besides: sign-in by cookie on pages, by key on feeds, and a policy for each permission.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = ByPath;
            options.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
        });
        authentication.AddPolicyScheme(ByPath, null, options => options.ForwardDefaultSelector = SchemeFor);
        authentication.AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null);
        authentication.AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(Cookie));
        new IdentityBuilder(typeof(Account), services).AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddHttpContextAccessor().AddHostedService<KeyUseWriter>();
        return services.AddPermissionPolicies();
    }

    private static string SchemeFor(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/odata", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? KeyAuthentication.SchemeName
            : IdentityConstants.ApplicationScheme;

    private static void Rules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = false;
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 5;
        (options.Password.RequireDigit, options.Password.RequireLowercase) = (false, false);
        (options.Password.RequireUppercase, options.Password.RequireNonAlphanumeric) = (false, false);
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        options.Lockout.AllowedForNewUsers = true;
    }

    private static void Cookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "BuildingQuota";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/error/403";
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
    }
}
