using System.Globalization;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using BuildingQuota.Data.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BuildingQuota.Features.Access;

/// <summary>
/// How programs sign in, on the feeds only: Basic with <c>key-id:secret</c> (what Excel and Power BI can do) or Bearer with the same.
/// Whoever reads in the browser may do so with their cookie. Refuses with 401 and a reason, never with a redirect.
/// </summary>
public sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, CheckKey check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "Key";
    private TimeSpan _wait;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0) return await FromCookie();
        if (Read(header) is not { } key) return AuthenticateResult.Fail("The header is neither Basic nor Bearer with key-id:secret.");

        var address = Context.Connection.RemoteIpAddress?.ToString() ?? "";
        var answer = await check.Run(new(key.Id, key.Secret, address), Context.RequestAborted);
        _wait = answer.Wait;
        return answer.Account is { } account
            ? AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(account), Scheme.Name))
            : AuthenticateResult.Fail("The key is unknown, wrong, revoked or expired.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_wait > TimeSpan.Zero)
        {
            Response.Headers.RetryAfter = Math.Ceiling(_wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Refusals.Write(Context, StatusCodes.Status429TooManyRequests, "access.too-many-failures",
                "Too many failed attempts with this key. Wait as long as Retry-After says, in seconds.");
        }

        Response.Headers.WWWAuthenticate = "Basic realm=\"BuildingQuota\", charset=\"UTF-8\"";
        return Refusals.Write(Context, StatusCodes.Status401Unauthorized, "access.unauthenticated",
            "Sign in with a key: user name = key id, password = secret. A key that is wrong, revoked or expired does not count.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusals.Write(
        Context, StatusCodes.Status403Forbidden, "access.forbidden", "This account may not do this. Ask an administrator.");

    private async Task<AuthenticateResult> FromCookie() =>
        HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method)
            ? await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme)
            : AuthenticateResult.NoResult();

    private static (string Id, string Secret)? Read(string header)
    {
        var plain = header switch
        {
            _ when header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) => header[7..].Trim(),
            _ when header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) => Decode(header[6..].Trim()),
            _ => "",
        };
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        return colon < 1 ? null : (plain[..colon], plain[(colon + 1)..]);
    }

    private static string Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }

    private static ClaimsPrincipal PrincipalOf(Account account) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, account.UserName ?? ""),
        ],
        SchemeName));
}
