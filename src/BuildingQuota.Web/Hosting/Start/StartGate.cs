namespace BuildingQuota.Web.Hosting.Start;

/// <summary>Until the start has ended, everything but health answers 503: come back in a moment.</summary>
public static class StartGate
{
    public static WebApplication UseStartGate(this WebApplication app)
    {
        var state = app.Services.GetRequiredService<StartState>();
        app.Use(async (context, next) =>
        {
            if (state.IsReady || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "3";
            context.Response.Headers["Refresh"] = "3";
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync($"正在准备，请稍候 · getting ready: {state.Step}\n", context.RequestAborted);
        });
        return app;
    }
}
