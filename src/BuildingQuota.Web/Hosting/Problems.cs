using System.Diagnostics;
using BuildingQuota.Domain.Rules;
using Microsoft.AspNetCore.Diagnostics;

namespace BuildingQuota.Web.Hosting;

/// <summary>
/// A rule that says no is 422 with its code for programs; what nobody foresaw is 500 with a trace id and nothing else. People get a page.
/// </summary>
public static class Problems
{
    public static IServiceCollection AddQuotaProblems(this IServiceCollection services) =>
        services.AddProblemDetails().AddExceptionHandler<ForPrograms>();

    /// <summary>Pages: <c>/error/{status}</c> is drawn in place of the answer.</summary>
    public static WebApplication UseQuotaProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", StatusCodeSelector = StatusOf });
        app.UseWhen(context => !IsForPrograms(context.Request), pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        return app;
    }

    private static int StatusOf(Exception failure) => failure switch
    {
        RuleBrokenException => StatusCodes.Status422UnprocessableEntity,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/odata", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    private static string TraceOf(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;

    private sealed class ForPrograms : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
        {
            if (!IsForPrograms(context.Request)) return false;
            var status = context.Response.StatusCode = StatusOf(exception);
            object problem = exception is RuleBrokenException rule
                ? new { type = "/problems/" + rule.Code, title = rule.Message, status, code = rule.Code, remedy = rule.Remedy }
                : new { type = "about:blank", title = "Something went wrong here.", status, traceId = TraceOf(context) };
            await context.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", cancellationToken);
            return true;
        }
    }
}
