namespace BuildingQuota.Web.Pages;

/// <summary>What the pages need of the program, and where they are reached.</summary>
public static class PagesSetup
{
    public static IServiceCollection AddQuotaPages(this IServiceCollection services)
    {
        services.AddRazorPages();
        return services;
    }

    public static WebApplication MapQuotaPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
