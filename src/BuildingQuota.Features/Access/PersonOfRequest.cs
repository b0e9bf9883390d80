using System.Globalization;
using System.Security.Claims;
using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Access;

/// <summary>After sign-in: looks up the account behind the request and opens the scope that it has today. Nobody sees nothing.</summary>
public static class PersonOfRequest
{
    public static IApplicationBuilder UsePersonOfRequest(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IdOf(context.User) is { } id) await Find(context, id);
        await next(context);
    });

    private static async Task Find(HttpContext context, int id)
    {
        var services = context.RequestServices;
        var db = (QuotaDb)services.GetService(typeof(QuotaDb))!;
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(account => account.Id == id, context.RequestAborted);
        if (account is null) return;

        var scope = await db.ScopeOf(account, context.RequestAborted);
        ((CurrentScope)services.GetService(typeof(CurrentScope))!).Use(scope);
        ((CurrentPerson)services.GetService(typeof(CurrentPerson))!).Use(account);
    }

    private static int? IdOf(ClaimsPrincipal user)
    {
        var claim = user.FindFirstValue(ClaimTypes.NameIdentifier);
        return int.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
