using System.CommandLine;
using System.Globalization;
using BuildingQuota.Features.Access;

namespace BuildingQuota.Web.Verbs;

/// <summary><c>key create | list | revoke</c>: what programs sign in with.</summary>
internal static class KeyVerb
{
    public static Command Create(VerbHost host) => new("key", "Keys, with which Excel, Power BI and scripts read the OData feeds.")
    {
        CreateOne(host), List(host), Revoke(host),
    };

    private static Command CreateOne(VerbHost host)
    {
        var user = new Option<string>("--user") { Description = "Name of the account that the key acts for.", Required = true };
        var label = new Option<string>("--name") { Description = "What the key is for.", Required = true };
        var days = new Option<int>("--days") { Description = "Days until it expires, 366 at most.", DefaultValueFactory = _ => 365 };
        const string about = "Makes a key and prints key-id:secret on the last line; the secret is not shown again.";
        var verb = new Command("create", about) { user, label, days };
        verb.SetAction((line, stop) => host.Run(
            async run =>
            {
                var request = new CreateKey.Request(line.GetRequiredValue(user), line.GetRequiredValue(label), line.GetRequiredValue(days));
                var key = await run.Get<CreateKey>().Run(request, run.Stop);
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"User name {key.Id}, password what follows the colon; expires {key.ExpiresAt:yyyy-MM-dd}. Not shown again."));
                await Console.Out.WriteLineAsync(key.Credentials);
                return CommandLine.Succeeded;
            },
            stop));
        return verb;
    }

    private static Command List(VerbHost host)
    {
        var verb = new Command("list", "Every key: id, account, label, expiry, last use, revoked.");
        verb.SetAction((_, stop) => host.Run(
            async run =>
            {
                foreach (var key in await run.Get<ListKeys>().Run(null, run.Stop))
                    await Console.Out.WriteLineAsync(Line(key));
                return CommandLine.Succeeded;
            },
            stop));
        return verb;
    }

    private static Command Revoke(VerbHost host)
    {
        var id = new Argument<string>("KEY-ID") { Description = "As 'key list' shows it." };
        var verb = new Command("revoke", "From the next request on the key counts no more.") { id };
        verb.SetAction((line, stop) => host.Run(
            async run =>
            {
                await run.Get<RevokeKey>().Run(new RevokeKey.Request(line.GetRequiredValue(id)), run.Stop);
                await Console.Out.WriteLineAsync($"{line.GetRequiredValue(id)} is revoked.");
                return CommandLine.Succeeded;
            },
            stop));
        return verb;
    }

    private static string Line(KeyRow key) => string.Join('\t', key.Id, key.UserName, key.Label, "expires " + Day(key.ExpiresAt),
        "last used " + Day(key.LastUsedAt), key.RevokedAt is null ? "" : "revoked " + Day(key.RevokedAt));

    private static string Day(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never";
}
